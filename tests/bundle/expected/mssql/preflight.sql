-- Before the upgrade of a SQL Server database from a to d: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      mssql (SQL Server 2019 or newer)
-- Run with:      sqlcmd -S SERVER -d DATABASE -b -f 65001 -h -1 -W -s "|" -i THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing. A row for each check: what should hold, pass or fail,
-- how many things are wrong, and where in the sources the check comes from.
-- A row with info says how large a table is that the upgrade changes or reads as a whole,
-- as far as the database knows, and where in the sources it does so first.
--
-- What cannot be asked before the upgrade, since the upgrade itself makes or changes it first:
--   migrations/c_names.mig:6  not so: there are too many tags: "rename table label to tag" (migrations/c_names.mig:5) comes first
--   migrations/d_later.mig:7  no nulls in customer.nick: column nick is not there yet
--   migrations/d_later.mig:9  no nulls in purchase.note: "update rows of purchase" (migrations/d_later.mig:8) comes first
--   migrations/d_later.mig:13  no orphans: customer (country) is in country: table country is not there yet

:on error exit
GO
SET NOCOUNT ON;
GO

SELECT N'the server is SQL Server                                           ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'-' AS place
FROM (SELECT (SELECT CASE WHEN CAST(SERVERPROPERTY(N'EngineEdition') AS INT) NOT IN (6, 11) THEN 0 ELSE 1 END) AS wrong) answer
GO

SELECT N'its version is 2019 or newer                                       ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'-' AS place
FROM (SELECT (SELECT CASE WHEN CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (5, 8) OR CAST(SERVERPROPERTY(N'ProductMajorVersion') AS INT) >= 15 THEN 0 ELSE 1 END) AS wrong) answer
GO

IF OBJECT_ID(N'dbo.migc_version', N'U') IS NULL
SELECT N'the database is at a                                               ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'-' AS place
FROM (SELECT 1 AS wrong) answer;
ELSE
SELECT N'the database is at a                                               ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'-' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN (N'a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (N'a') THEN 1 END)
  FROM dbo.migc_version) AS wrong) answer;
GO

SELECT N'size of customer                                                   ' AS what,
  'info' AS answer, how_large, N'migrations/b_rules.mig:6 and 7 more' AS place
FROM (SELECT (SELECT CASE WHEN OBJECT_ID(N'dbo.customer', N'U') IS NULL THEN N'no such table that this user may see'
      WHEN found IS NULL THEN N'rows unknown'
      ELSE CONCAT(N'about ', found, N' rows, ',
        CASE WHEN bytes IS NULL THEN N'size unknown' ELSE
        CASE WHEN bytes < 10485760 THEN CONCAT((bytes + 1024 - 1) / 1024, N' kB')
        WHEN bytes < 10737418240 THEN CONCAT((bytes + 1048576 - 1) / 1048576, N' MB')
        ELSE CONCAT((bytes + 1073741824 - 1) / 1073741824, N' GB')
        END END) END
  FROM (SELECT
      (SELECT SUM(p.rows) FROM sys.partitions p WHERE p.object_id = OBJECT_ID(N'dbo.customer', N'U')
        AND p.index_id IN (0, 1)) AS found,
      (SELECT SUM(a.total_pages) * 8192 FROM sys.partitions p JOIN sys.allocation_units a
        ON a.container_id = CASE WHEN a.type = 2 THEN p.partition_id ELSE p.hobt_id END
        WHERE p.object_id = OBJECT_ID(N'dbo.customer', N'U')) AS bytes) migc_size) AS how_large) answer
GO

SELECT N'size of purchase                                                   ' AS what,
  'info' AS answer, how_large, N'migrations/b_rules.mig:9 and 5 more' AS place
FROM (SELECT (SELECT CASE WHEN OBJECT_ID(N'dbo.purchase', N'U') IS NULL THEN N'no such table that this user may see'
      WHEN found IS NULL THEN N'rows unknown'
      ELSE CONCAT(N'about ', found, N' rows, ',
        CASE WHEN bytes IS NULL THEN N'size unknown' ELSE
        CASE WHEN bytes < 10485760 THEN CONCAT((bytes + 1024 - 1) / 1024, N' kB')
        WHEN bytes < 10737418240 THEN CONCAT((bytes + 1048576 - 1) / 1048576, N' MB')
        ELSE CONCAT((bytes + 1073741824 - 1) / 1073741824, N' GB')
        END END) END
  FROM (SELECT
      (SELECT SUM(p.rows) FROM sys.partitions p WHERE p.object_id = OBJECT_ID(N'dbo.purchase', N'U')
        AND p.index_id IN (0, 1)) AS found,
      (SELECT SUM(a.total_pages) * 8192 FROM sys.partitions p JOIN sys.allocation_units a
        ON a.container_id = CASE WHEN a.type = 2 THEN p.partition_id ELSE p.hobt_id END
        WHERE p.object_id = OBJECT_ID(N'dbo.purchase', N'U')) AS bytes) migc_size) AS how_large) answer
GO

SELECT N'size of label                                                      ' AS what,
  'info' AS answer, how_large, N'migrations/b_rules.mig:13 and 4 more' AS place
FROM (SELECT (SELECT CASE WHEN OBJECT_ID(N'dbo.label', N'U') IS NULL THEN N'no such table that this user may see'
      WHEN found IS NULL THEN N'rows unknown'
      ELSE CONCAT(N'about ', found, N' rows, ',
        CASE WHEN bytes IS NULL THEN N'size unknown' ELSE
        CASE WHEN bytes < 10485760 THEN CONCAT((bytes + 1024 - 1) / 1024, N' kB')
        WHEN bytes < 10737418240 THEN CONCAT((bytes + 1048576 - 1) / 1048576, N' MB')
        ELSE CONCAT((bytes + 1073741824 - 1) / 1073741824, N' GB')
        END END) END
  FROM (SELECT
      (SELECT SUM(p.rows) FROM sys.partitions p WHERE p.object_id = OBJECT_ID(N'dbo.label', N'U')
        AND p.index_id IN (0, 1)) AS found,
      (SELECT SUM(a.total_pages) * 8192 FROM sys.partitions p JOIN sys.allocation_units a
        ON a.container_id = CASE WHEN a.type = 2 THEN p.partition_id ELSE p.hobt_id END
        WHERE p.object_id = OBJECT_ID(N'dbo.label', N'U')) AS bytes) migc_size) AS how_large) answer
GO

SELECT N'not so: there are more customers than this table was made for      ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_rules.mig:5' AS place
FROM (SELECT (SELECT CASE WHEN COUNT(*) = 1 AND MIN(CAST(value AS INT)) = 1 THEN 0 ELSE 1 END FROM (
SELECT CASE WHEN count(*) < 5 THEN 1 ELSE 0 END from customer
) AS answer (value)) AS wrong) answer
GO

SELECT N'no nulls in customer.name                                          ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_rules.mig:6' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.customer WHERE name IS NULL) AS wrong) answer
GO

SELECT N'no duplicates in customer (email)                                  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_rules.mig:7' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM dbo.customer
    GROUP BY email HAVING COUNT(*) > 1) migc_twice) AS wrong) answer
GO

SELECT N'no value of customer.level is outside -32768 to 32767              ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_rules.mig:8' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.customer WHERE level NOT BETWEEN -32768 AND 32767) AS wrong) answer
GO

SELECT N'no orphans: purchase (customer_id) is in customer                  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_rules.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.purchase c
  WHERE c.customer_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM dbo.customer p WHERE p.id = c.customer_id)) AS wrong) answer
GO

SELECT N'not closed or amount > 0 in every row of purchase                  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_rules.mig:10' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.purchase WHERE NOT (closed = 0 OR amount > 0)) AS wrong) answer
GO

SELECT N'no value of purchase.code is longer than 10 characters             ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_rules.mig:11' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.purchase WHERE LEN(CAST(code AS NVARCHAR(MAX)) + N'.') - 1 > 10) AS wrong) answer
GO

SELECT N'no value of purchase.amount has more than 6 digits before the point' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_rules.mig:12' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.purchase WHERE (amount >= 1000000 OR amount <= -1000000)) AS wrong) answer
GO

SELECT N'no nulls in label.name                                             ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_rules.mig:13' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.label WHERE name IS NULL) AS wrong) answer
GO

SELECT N'no duplicates in label (name)                                      ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/b_rules.mig:13' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM dbo.label
    GROUP BY name HAVING COUNT(*) > 1) migc_twice) AS wrong) answer
GO

SELECT N'no nulls in label.weight                                           ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/c_names.mig:8' AS place
FROM (SELECT (SELECT COUNT(*) FROM dbo.label WHERE weight IS NULL) AS wrong) answer
GO

SELECT N'no duplicates in label (weight)                                    ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, N'migrations/c_names.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM dbo.label
    GROUP BY weight HAVING COUNT(*) > 1) migc_twice) AS wrong) answer
GO
