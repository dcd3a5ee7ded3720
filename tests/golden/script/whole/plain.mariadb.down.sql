-- Downgrade of a MariaDB database from b to base: the statements alone, to be read.
-- Not to be applied: nothing here stops at a failure, guards the database or records what was done.
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect mariadb --target-version 10.11 --plain
-- Made for:      mariadb (MariaDB 10.11 or newer)
-- From:          b
-- To:            base
-- SHA-256:       7ee7eb4863284c1fd2657d3ace86c7eab95a3529fef1bb4cffb70b40ead14380 (of this script, with zeros in the place of this number)
--
-- Revisions, in the order in which they run:
--   b  In parts
--     migrations/b.mig  SHA-256 ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f
--   a  A table
--     migrations/a.mig  SHA-256 204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626

-- ---- Downgrade b: In parts

-- [1] migrations/b.mig:5  create table t
CREATE TABLE t (
  id INT NOT NULL,
  name VARCHAR(20),
  x INT,
  PRIMARY KEY (id),
  INDEX t_name (name)
);

-- [2] migrations/b.mig:3  drop index t_name on t
ALTER TABLE t DROP INDEX t_name, ALGORITHM=INPLACE, LOCK=NONE;

-- [3] migrations/b.mig:2  drop column t.x
ALTER TABLE t DROP COLUMN x;

-- ---- Downgrade a: A table

-- [4] migrations/a.mig:1  drop table t
DROP TABLE t;

