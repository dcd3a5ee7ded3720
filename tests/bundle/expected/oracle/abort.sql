-- When the upgrade of an Oracle database from a to d stopped and is not to go on
--
-- Made by:       migc 0.1.0
-- Made for:      oracle (Oracle 19 or newer)
-- Run with:      NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing, and says what can be done.

WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF
SET SQLBLANKLINES ON
SET SQLTERMINATOR ON
SET ESCAPE OFF
SET ECHO OFF
SET FEEDBACK OFF
SET HEADING OFF
SET PAGESIZE 0
SET LINESIZE 1000
SET NUMWIDTH 12
SET TRIMOUT ON
SET COLSEP ' | '
VARIABLE migc_rows REFCURSOR
SET TRANSACTION READ ONLY;

DECLARE
  found NUMBER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_VERSION';
  IF found = 0 THEN
    OPEN :migc_rows FOR q'[SELECT 'the database is no longer at a, and this script undoes nothing: for Oracle there is none that undoes a half of it; going on with upgrade.sql until it has come to its end is the only way, or the backup' AS answer FROM dual]';
  ELSE
    OPEN :migc_rows FOR q'[SELECT CASE WHEN (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) = 0
  THEN 'the database is at a, and this script undoes nothing: for Oracle there is none that undoes a half of it; going on with upgrade.sql until it has come to its end is the only way, or the backup'
  ELSE 'the database is no longer at a, and this script undoes nothing: for Oracle there is none that undoes a half of it; going on with upgrade.sql until it has come to its end is the only way, or the backup' END AS answer FROM dual]';
  END IF;
END;
/
PRINT migc_rows

ROLLBACK;
