-- Where a DuckDB database is, and the receipt for the ticket
--
-- Made by:       migc 0.1.0
-- Made for:      duckdb (DuckDB 1.5 or newer)
-- Run with:      duckdb -readonly DATABASE_FILE < THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing.

SET integer_division = false;
.bail on
.mode list
.headers off

-- The revisions that the database is at; no row: base.
SET VARIABLE migc_sql = (SELECT CASE WHEN EXISTS (SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = current_schema() AND lower(table_name) = lower('migc_version'))
  THEN 'SELECT ''revision'' AS what, version_num FROM migc_version ORDER BY version_num'
  ELSE 'SELECT ''revision'' AS what, ''base: there is no table migc_version'' AS version_num' END);
FROM query(getvariable('migc_sql'));

-- What was done last, and when.
SET VARIABLE migc_sql = (SELECT CASE WHEN EXISTS (SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = current_schema() AND lower(table_name) = lower('migc_history'))
  THEN 'SELECT ''last'' AS what, direction, revision, applied_at FROM migc_history
WHERE id = (SELECT MAX(id) FROM migc_history)'
  ELSE 'SELECT ''last'' AS what, ''nothing: there is no table migc_history'' AS direction' END);
FROM query(getvariable('migc_sql'));

-- The receipt, when a script of this bundle has run to its end and nothing has run since.
SET VARIABLE migc_sql = (SELECT CASE WHEN EXISTS (SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = current_schema() AND lower(table_name) = lower('migc_history'))
  THEN 'SELECT CASE
  WHEN last_sha256 = ''0000000000000000000000000000000000000000000000000000000000000000''
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN (''b'') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (''b'') THEN 1 END)
  FROM migc_version) = 0
    THEN ''MIGC-RECEIPT 1 duckdb a b ............ 1''
  WHEN last_sha256 = ''0000000000000000000000000000000000000000000000000000000000000000''
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN (''a'') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (''a'') THEN 1 END)
  FROM migc_version) = 0
    THEN ''MIGC-RECEIPT 1 duckdb b a ............ 1''
  ELSE ''no receipt: what ran last here is no script of this bundle, or did not come to its end'' END AS receipt
FROM (SELECT MAX(script_sha256) AS last_sha256 FROM migc_history
  WHERE id = (SELECT MAX(id) FROM migc_history)) last_run'
  ELSE 'SELECT ''no receipt: no script has run here'' AS receipt' END);
FROM query(getvariable('migc_sql'));
