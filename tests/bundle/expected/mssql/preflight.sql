-- Before the upgrade of a SQL Server database from a to d: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      mssql (SQL Server 2019 or newer)
-- Run with:      sqlcmd -S SERVER -d DATABASE -b -f 65001 -h -1 -W -s "|" -i THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing. A row for each check: what should hold, pass or fail,
-- how many things are wrong, and where in the sources the check comes from.
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
