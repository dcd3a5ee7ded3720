-- Downgrade of a PostgreSQL database from b to base: the statements alone, to be read.
-- Not to be applied: nothing here stops at a failure, guards the database or records what was done.
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect postgres --target-version 15 --plain
-- Made for:      postgres (PostgreSQL 15 or newer)
-- From:          b
-- To:            base
-- SHA-256:       d43495dc842fb588c483ccd04aa1f73b5b246bba551a615274fce6b6d3b251eb (of this script, with zeros in the place of this number)
--
-- Revisions, in the order in which they run:
--   b  In parts
--     migrations/b.mig  SHA-256 ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f
--   a  A table
--     migrations/a.mig  SHA-256 204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626

-- ---- Downgrade b: In parts

-- [1] migrations/b.mig:5  create table t
CREATE TABLE t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  x INTEGER,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- [2] migrations/b.mig:3  create index t_name on t
CREATE INDEX t_name ON t (name);

-- [3] migrations/b.mig:3  drop index t_name on t
DROP INDEX CONCURRENTLY t_name;

-- [4] migrations/b.mig:2  drop column t.x
ALTER TABLE t DROP COLUMN x;

-- ---- Downgrade a: A table

-- [5] migrations/a.mig:1  drop table t
DROP TABLE t;

