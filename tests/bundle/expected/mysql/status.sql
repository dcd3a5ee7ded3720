-- Where a MySQL database is, and the receipt for the ticket
--
-- Made by:       migc 0.1.0
-- Made for:      mysql (MySQL 8.4 or newer)
-- Run with:      mysql -N --default-character-set=utf8mb4 DATABASE < THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing.

SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES';
SET SESSION TRANSACTION READ ONLY;

-- The revisions that the database is at; no row: base.
SET @migc_sql = IF(EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_version'),
  'SELECT ''revision'' AS what, version_num FROM migc_version ORDER BY version_num',
  'SELECT ''revision'' AS what, ''base: there is no table migc_version'' AS version_num');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;

-- What was done last, and when.
SET @migc_sql = IF(EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_history'),
  'SELECT ''last'' AS what, direction, revision, applied_at, applied_by FROM migc_history
WHERE id = (SELECT MAX(id) FROM migc_history)',
  'SELECT ''last'' AS what, ''nothing: there is no table migc_history'' AS direction');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;

-- The receipt, when a script of this bundle has run to its end and nothing has run since.
SET @migc_sql = IF(EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_history'),
  'SELECT CASE
  WHEN last_sha256 = ''0000000000000000000000000000000000000000000000000000000000000000''
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN (''d'') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (''d'') THEN 1 END)
  FROM migc_version) = 0
    THEN ''MIGC-RECEIPT 1 mysql a d ............ 3''
  WHEN last_sha256 = ''0000000000000000000000000000000000000000000000000000000000000000''
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN (''a'') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (''a'') THEN 1 END)
  FROM migc_version) = 0
    THEN ''MIGC-RECEIPT 1 mysql d a ............ 3''
  WHEN last_sha256 = ''0000000000000000000000000000000000000000000000000000000000000000''
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN (''a'') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (''a'') THEN 1 END)
  FROM migc_version) = 0
    THEN ''MIGC-RECEIPT 1 mysql b a ............ 1''
  ELSE ''no receipt: what ran last here is no script of this bundle, or did not come to its end'' END AS receipt
FROM (SELECT MAX(script_sha256) AS last_sha256 FROM migc_history
  WHERE id = (SELECT MAX(id) FROM migc_history)) last_run',
  'SELECT ''no receipt: no script has run here'' AS receipt');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;

SET SESSION TRANSACTION READ WRITE;
