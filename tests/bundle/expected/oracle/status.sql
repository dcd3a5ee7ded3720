-- Where an Oracle database is, and the receipt for the ticket
--
-- Made by:       migc 0.1.0
-- Made for:      oracle (Oracle 19 or newer)
-- Run with:      NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing.

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

-- The revisions that the database is at; no row: base.
DECLARE
  found NUMBER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_VERSION';
  IF found = 0 THEN
    OPEN :migc_rows FOR q'[SELECT 'revision' AS what, 'base: there is no table migc_version' AS version_num FROM dual]';
  ELSE
    OPEN :migc_rows FOR q'[SELECT 'revision' AS what, version_num FROM migc_version ORDER BY version_num]';
  END IF;
END;
/
PRINT migc_rows

-- What was done last, and when.
DECLARE
  found NUMBER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_HISTORY';
  IF found = 0 THEN
    OPEN :migc_rows FOR q'[SELECT 'last' AS what, 'nothing: there is no table migc_history' AS direction FROM dual]';
  ELSE
    OPEN :migc_rows FOR q'[SELECT 'last' AS what, direction, revision, applied_at, applied_by FROM migc_history
WHERE id = (SELECT MAX(id) FROM migc_history)]';
  END IF;
END;
/
PRINT migc_rows

-- The receipt, when a script of this bundle has run to its end and nothing has run since.
DECLARE
  found NUMBER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_HISTORY';
  IF found = 0 THEN
    OPEN :migc_rows FOR q'[SELECT 'no receipt: no script has run here' AS receipt FROM dual]';
  ELSE
    OPEN :migc_rows FOR q'[SELECT CASE
  WHEN last_sha256 = '0000000000000000000000000000000000000000000000000000000000000000'
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN ('d') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('d') THEN 1 END)
  FROM migc_version) = 0
    THEN 'MIGC-RECEIPT 1 oracle a d ............ 3'
  WHEN last_sha256 = '0000000000000000000000000000000000000000000000000000000000000000'
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) = 0
    THEN 'MIGC-RECEIPT 1 oracle d a ............ 3'
  WHEN last_sha256 = '0000000000000000000000000000000000000000000000000000000000000000'
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) = 0
    THEN 'MIGC-RECEIPT 1 oracle b a ............ 1'
  ELSE 'no receipt: what ran last here is no script of this bundle, or did not come to its end' END AS receipt
FROM (SELECT MAX(script_sha256) AS last_sha256 FROM migc_history
  WHERE id = (SELECT MAX(id) FROM migc_history)) last_run]';
  END IF;
END;
/
PRINT migc_rows

ROLLBACK;
