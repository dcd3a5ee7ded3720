-- Upgrade of a SQL Server database from base to b: the statements alone, to be read.
-- Not to be applied: nothing here stops at a failure, guards the database or records what was done.
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect mssql --target-version 2019 --plain
-- Made for:      mssql (SQL Server 2019 or newer)
-- From:          base
-- To:            b
-- SHA-256:       572869eda58c49bc07547bf408566c713439c64c119ad04fd6c79f14892cfe2d (of this script, with zeros in the place of this number)
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626
--   b  In parts
--     migrations/b.mig  SHA-256 ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f

-- ---- Upgrade a: A table

-- [1] migrations/a.mig:1  create table t
CREATE TABLE dbo.t (
  id INT NOT NULL,
  name VARCHAR(20) NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
)
GO

-- ---- Upgrade b: In parts

-- [2] migrations/b.mig:2  add column t.x
ALTER TABLE dbo.t ADD x INT NULL
GO

-- [3] migrations/b.mig:3  create index t_name on t
IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (3, 5, 8)
  EXEC (N'CREATE INDEX t_name ON dbo.t (name) WITH (ONLINE = ON)');
ELSE
  EXEC (N'CREATE INDEX t_name ON dbo.t (name)')
GO

-- [4] migrations/b.mig:4  require: the table is not empty; it's in use
-- must be true: SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END from t

-- [5] migrations/b.mig:5  drop table t
DROP TABLE dbo.t
GO

