-- When the upgrade of a SQL Server database from a to d stopped and is not to go on
--
-- Made by:       migc 0.1.0
-- Made for:      mssql (SQL Server 2019 or newer)
-- Run with:      sqlcmd -S SERVER -d DATABASE -b -f 65001 -h -1 -W -s "|" -i THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing, and says what can be done.

:on error exit
GO
SET NOCOUNT ON;
GO

IF OBJECT_ID(N'dbo.migc_version', N'U') IS NULL
SELECT N'the database is no longer at a, and this script undoes nothing: if status.sql shows the receipt, the upgrade has come to its end; the way back is the backup' AS answer;
ELSE
SELECT CASE WHEN (SELECT 1 - COUNT(CASE WHEN version_num IN (N'a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (N'a') THEN 1 END)
  FROM dbo.migc_version) = 0
  THEN N'the database is at a, where it was before the upgrade: an upgrade that stops leaves nothing, so there is nothing to undo'
  ELSE N'the database is no longer at a, and this script undoes nothing: if status.sql shows the receipt, the upgrade has come to its end; the way back is the backup' END AS answer;
GO
