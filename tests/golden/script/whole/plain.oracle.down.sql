-- Downgrade of an Oracle database from b to base: the statements alone, to be read.
-- Not to be applied: nothing here stops at a failure, guards the database or records what was done.
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect oracle --target-version 19 --plain
-- Made for:      oracle (Oracle 19 or newer)
-- From:          b
-- To:            base
-- SHA-256:       e2d51f60f630b58f934d6a477eaa500e3b322aebc789eb5751ca6e3363c9ae20 (of this script, with zeros in the place of this number)
--
-- Revisions, in the order in which they run:
--   b  In parts
--     migrations/b.mig  SHA-256 ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f
--   a  A table
--     migrations/a.mig  SHA-256 204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626

-- ---- Downgrade b: In parts

-- [1] migrations/b.mig:5  create table t
CREATE TABLE t (
  id NUMBER(10) NOT NULL,
  name VARCHAR2(20 CHAR),
  x NUMBER(10),
  CONSTRAINT t_pkey PRIMARY KEY (id)
)
/

-- [2] migrations/b.mig:3  create index t_name on t
CREATE INDEX t_name ON t (name)
/

-- [3] migrations/b.mig:3  drop index t_name on t
DROP INDEX t_name ONLINE
/

-- [4] migrations/b.mig:2  drop column t.x
ALTER TABLE t DROP COLUMN x
/

-- ---- Downgrade a: A table

-- [5] migrations/a.mig:1  drop table t
DROP TABLE t
/

