-- Before the upgrade of a SQL Server database from a to c: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      mssql (SQL Server 2016 or newer)
-- Run with:      sqlcmd -S SERVER -d DATABASE -b -f 65001 -h -1 -W -s "|" -i THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing. A row for each check: what should hold, pass or fail,
-- how many things are wrong, and where in the sources the check comes from.
-- A row with info says how large a table is that the upgrade changes or reads as a whole,
-- as far as the database knows, and where in the sources it does so first.
--
-- What cannot be asked before the upgrade, since the upgrade itself makes or changes it first:
--   migrations/b_first.mig:11  every value of person.was is one of mood: it is what `using` makes of it
--   migrations/b_first.mig:12  every value of person.age is one of integer: it is varchar(10) now, and what the database makes of it is known when it is done
--   migrations/c_then.mig:9  no nulls in person.y: "delete rows of person" (migrations/c_then.mig:8) comes first
--   migrations/c_then.mig:10  no nulls in visit.person_id: "delete rows of person" (migrations/c_then.mig:8) comes first

:on error exit
GO
SET NOCOUNT ON;
GO

SELECT N'the server is SQL Server                                             ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'-' AS place
FROM (SELECT (SELECT CASE WHEN CAST(SERVERPROPERTY(N'EngineEdition') AS INT) NOT IN (6, 11) THEN 0 ELSE 1 END) AS wrong) answer
GO

SELECT N'its version is 2016 or newer                                         ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'-' AS place
FROM (SELECT (SELECT CASE WHEN CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (5, 8) OR CAST(SERVERPROPERTY(N'ProductMajorVersion') AS INT) >= 13 THEN 0 ELSE 1 END) AS wrong) answer
GO

IF OBJECT_ID(N'dbo.migc_version', N'U') IS NULL
SELECT N'the database is at a                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'-' AS place
FROM (SELECT 1 AS wrong) answer;
ELSE
SELECT N'the database is at a                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'-' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN (N'a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (N'a') THEN 1 END)
  FROM dbo.migc_version) AS wrong) answer;
GO

SELECT N'size of person                                                       ' AS what,
  'info' AS answer, how_large, N'migrations/b_first.mig:5 and 9 more' AS place
FROM (SELECT (SELECT CASE WHEN OBJECT_ID(N'dbo.person', N'U') IS NULL THEN N'no such table that this user may see'
      WHEN found IS NULL THEN N'rows unknown'
      ELSE CONCAT(N'about ', found, N' rows, ',
        CASE WHEN bytes IS NULL THEN N'size unknown' ELSE
        CASE WHEN bytes < 10485760 THEN CONCAT((bytes + 1024 - 1) / 1024, N' kB')
        WHEN bytes < 10737418240 THEN CONCAT((bytes + 1048576 - 1) / 1048576, N' MB')
        ELSE CONCAT((bytes + 1073741824 - 1) / 1073741824, N' GB')
        END END) END
  FROM (SELECT
      (SELECT SUM(p.rows) FROM sys.partitions p WHERE p.object_id = OBJECT_ID(N'dbo.person', N'U')
        AND p.index_id IN (0, 1)) AS found,
      (SELECT SUM(a.total_pages) * 8192 FROM sys.partitions p JOIN sys.allocation_units a
        ON a.container_id = CASE WHEN a.type = 2 THEN p.partition_id ELSE p.hobt_id END
        WHERE p.object_id = OBJECT_ID(N'dbo.person', N'U')) AS bytes) migc_size) AS how_large) answer
GO

SELECT N'size of pair                                                         ' AS what,
  'info' AS answer, how_large, N'migrations/b_first.mig:9' AS place
FROM (SELECT (SELECT CASE WHEN OBJECT_ID(N'dbo.pair', N'U') IS NULL THEN N'no such table that this user may see'
      WHEN found IS NULL THEN N'rows unknown'
      ELSE CONCAT(N'about ', found, N' rows, ',
        CASE WHEN bytes IS NULL THEN N'size unknown' ELSE
        CASE WHEN bytes < 10485760 THEN CONCAT((bytes + 1024 - 1) / 1024, N' kB')
        WHEN bytes < 10737418240 THEN CONCAT((bytes + 1048576 - 1) / 1048576, N' MB')
        ELSE CONCAT((bytes + 1073741824 - 1) / 1073741824, N' GB')
        END END) END
  FROM (SELECT
      (SELECT SUM(p.rows) FROM sys.partitions p WHERE p.object_id = OBJECT_ID(N'dbo.pair', N'U')
        AND p.index_id IN (0, 1)) AS found,
      (SELECT SUM(a.total_pages) * 8192 FROM sys.partitions p JOIN sys.allocation_units a
        ON a.container_id = CASE WHEN a.type = 2 THEN p.partition_id ELSE p.hobt_id END
        WHERE p.object_id = OBJECT_ID(N'dbo.pair', N'U')) AS bytes) migc_size) AS how_large) answer
GO

SELECT N'size of visit                                                        ' AS what,
  'info' AS answer, how_large, N'migrations/b_first.mig:13 and 3 more' AS place
FROM (SELECT (SELECT CASE WHEN OBJECT_ID(N'dbo.visit', N'U') IS NULL THEN N'no such table that this user may see'
      WHEN found IS NULL THEN N'rows unknown'
      ELSE CONCAT(N'about ', found, N' rows, ',
        CASE WHEN bytes IS NULL THEN N'size unknown' ELSE
        CASE WHEN bytes < 10485760 THEN CONCAT((bytes + 1024 - 1) / 1024, N' kB')
        WHEN bytes < 10737418240 THEN CONCAT((bytes + 1048576 - 1) / 1048576, N' MB')
        ELSE CONCAT((bytes + 1073741824 - 1) / 1073741824, N' GB')
        END END) END
  FROM (SELECT
      (SELECT SUM(p.rows) FROM sys.partitions p WHERE p.object_id = OBJECT_ID(N'dbo.visit', N'U')
        AND p.index_id IN (0, 1)) AS found,
      (SELECT SUM(a.total_pages) * 8192 FROM sys.partitions p JOIN sys.allocation_units a
        ON a.container_id = CASE WHEN a.type = 2 THEN p.partition_id ELSE p.hobt_id END
        WHERE p.object_id = OBJECT_ID(N'dbo.visit', N'U')) AS bytes) migc_size) AS how_large) answer
GO

SELECT N'no value of person.mood is sad                                       ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_first.mig:5' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.person WHERE mood IN (N'sad')) AS wrong) answer
GO

SELECT N'no duplicates in person (nick)                                       ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_first.mig:7' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM dbo.person WHERE (active = 1)
    GROUP BY nick HAVING COUNT(*) > 1) migc_twice) AS wrong) answer
GO

SELECT N'no orphans: person (x, y) is in pair                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_first.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.person c
  WHERE c.x IS NOT NULL AND c.y IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM dbo.pair p WHERE p.x = c.x AND p.y = c.y)) AS wrong) answer
GO

SELECT N'no rows in person, which is given born not null and without a default' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_first.mig:10' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.person) AS wrong) answer
GO

SELECT N'seconds > 0 in every row of visit                                    ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_first.mig:14' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.visit WHERE NOT (seconds > 0)) AS wrong) answer
GO

SELECT N'no nulls in person.nick                                              ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/c_then.mig:5' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.person WHERE nick IS NULL) AS wrong) answer
GO

SELECT N'no nulls in person.x                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/c_then.mig:7' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.person WHERE x IS NULL) AS wrong) answer
GO
