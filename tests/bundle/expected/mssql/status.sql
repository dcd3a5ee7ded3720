-- Where a SQL Server database is, and the receipt for the ticket
--
-- Made by:       migc 0.1.0
-- Made for:      mssql (SQL Server 2019 or newer)
-- Run with:      sqlcmd -S SERVER -d DATABASE -b -f 65001 -h -1 -W -s "|" -i THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing.

:on error exit
GO
SET NOCOUNT ON;
GO

-- The revisions that the database is at; no row: base.
IF OBJECT_ID(N'dbo.migc_version', N'U') IS NULL
SELECT N'revision' AS what, N'base: there is no table migc_version' AS version_num;
ELSE
SELECT N'revision' AS what, version_num FROM dbo.migc_version ORDER BY version_num;
GO

-- What was done last, and when.
IF OBJECT_ID(N'dbo.migc_history', N'U') IS NULL
SELECT N'last' AS what, N'nothing: there is no table migc_history' AS direction;
ELSE
SELECT N'last' AS what, direction, revision, applied_at, applied_by FROM dbo.migc_history
WHERE id = (SELECT MAX(id) FROM dbo.migc_history);
GO

-- The receipt, when a script of this bundle has run to its end and nothing has run since.
IF OBJECT_ID(N'dbo.migc_history', N'U') IS NULL
SELECT N'no receipt: no script has run here' AS receipt;
ELSE
SELECT CASE
  WHEN last_sha256 = N'0000000000000000000000000000000000000000000000000000000000000000'
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN (N'd') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (N'd') THEN 1 END)
  FROM dbo.migc_version) = 0
    THEN N'MIGC-RECEIPT 1 mssql a d ............ 3'
  WHEN last_sha256 = N'0000000000000000000000000000000000000000000000000000000000000000'
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN (N'a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (N'a') THEN 1 END)
  FROM dbo.migc_version) = 0
    THEN N'MIGC-RECEIPT 1 mssql d a ............ 3'
  ELSE N'no receipt: what ran last here is no script of this bundle, or did not come to its end' END AS receipt
FROM (SELECT MAX(script_sha256) AS last_sha256 FROM dbo.migc_history
  WHERE id = (SELECT MAX(id) FROM dbo.migc_history)) last_run;
GO
