-- Upgrade of a SQLite database from base to b: the statements alone, to be read.
-- Not to be applied: nothing here stops at a failure, guards the database or records what was done.
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect sqlite --target-version 3.40 --plain
-- Made for:      sqlite (SQLite 3.40 or newer)
-- From:          base
-- To:            b
-- SHA-256:       125e6d262c721ffc9a8e89e1c21b961bbb541095a9c1c54377b321078577b215 (of this script, with zeros in the place of this number)
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626
--   b  In parts
--     migrations/b.mig  SHA-256 ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f

-- ---- Upgrade a: A table

-- [1] migrations/a.mig:1  create table t
CREATE TABLE t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);


-- ---- Upgrade b: In parts

-- [2] migrations/b.mig:2  add column t.x
ALTER TABLE t ADD COLUMN x INTEGER;


-- [3] migrations/b.mig:3  create index t_name on t
CREATE INDEX t_name ON t (name);


-- [4] migrations/b.mig:4  require: the table is not empty; it's in use
-- must be true: select count(*) = 0 from t

-- [5] migrations/b.mig:5  drop table t
DROP TABLE t;


