-- Upgrade of an Oracle database from base to b: the statements alone, to be read.
-- Not to be applied: nothing here stops at a failure, guards the database or records what was done.
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect oracle --target-version 19 --plain
-- Made for:      oracle (Oracle 19 or newer)
-- From:          base
-- To:            b
-- SHA-256:       8e8a4f381d9bfe8bdff288fc8d7a8dd09573b89cd2f951690df40568c83a798b (of this script, with zeros in the place of this number)
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626
--   b  In parts
--     migrations/b.mig  SHA-256 ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f

-- ---- Upgrade a: A table

-- [1] migrations/a.mig:1  create table t
CREATE TABLE t (
  id NUMBER(10) NOT NULL,
  name VARCHAR2(20 CHAR),
  CONSTRAINT t_pkey PRIMARY KEY (id)
)
/

-- ---- Upgrade b: In parts

-- [2] migrations/b.mig:2  add column t.x
ALTER TABLE t ADD (x NUMBER(10))
/

-- [3] migrations/b.mig:3  create index t_name on t
CREATE INDEX t_name ON t (name) ONLINE
/

-- [4] migrations/b.mig:4  require: the table is not empty; it's in use
-- must be true: select CASE WHEN count(*) = 0 THEN 1 ELSE 0 END from t

-- [5] migrations/b.mig:5  drop table t
DROP TABLE t
/

