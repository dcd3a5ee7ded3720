-- When the upgrade of a DuckDB database from a to b stopped and is not to go on
--
-- Made by:       migc 0.1.0
-- Made for:      duckdb (DuckDB 1.5 or newer)
-- Run with:      duckdb -readonly DATABASE_FILE < THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing, and says what can be done.

SET integer_division = false;
.bail on
.mode list
.headers off

SET VARIABLE migc_sql = (SELECT CASE WHEN EXISTS (SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = current_schema() AND lower(table_name) = lower('migc_version'))
  THEN 'SELECT CASE WHEN (SELECT 1 - COUNT(CASE WHEN version_num IN (''a'') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (''a'') THEN 1 END)
  FROM migc_version) = 0
  THEN ''the database is at a, where it was before the upgrade: an upgrade that stops leaves nothing, so there is nothing to undo''
  ELSE ''the database is no longer at a, and this script undoes nothing: if status.sql shows the receipt, the upgrade has come to its end, and downgrade.sql leads back'' END AS answer'
  ELSE 'SELECT ''the database is no longer at a, and this script undoes nothing: if status.sql shows the receipt, the upgrade has come to its end, and downgrade.sql leads back'' AS answer' END);
FROM query(getvariable('migc_sql'));
