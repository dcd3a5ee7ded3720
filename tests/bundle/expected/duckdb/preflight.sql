-- Before the upgrade of a DuckDB database from a to b: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      duckdb (DuckDB 1.5 or newer)
-- Run with:      duckdb -readonly DATABASE_FILE < THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing. A row for each check: what should hold, pass or fail,
-- how many things are wrong, and where in the sources the check comes from.
-- A row with info says how large a table is that the upgrade changes or reads as a whole,
-- as far as the database knows, and where in the sources it does so first.

SET integer_division = false;
.bail on
.mode list
.headers off

SELECT 'DuckDB 1.5 or newer                                ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN CAST(split_part(ltrim(version(), 'v'), '.', 1) AS INTEGER) * 1000 + CAST(split_part(version(), '.', 2) AS INTEGER) >= 1005 THEN 0 ELSE 1 END) AS wrong) answer;

SET VARIABLE migc_sql = (SELECT CASE WHEN EXISTS (SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = current_schema() AND lower(table_name) = lower('migc_version'))
  THEN 'SELECT ''the database is at a                               '' AS what,
  CASE WHEN wrong = 0 THEN ''pass'' ELSE ''fail'' END AS answer, wrong, ''-'' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN (''a'') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (''a'') THEN 1 END)
  FROM migc_version) AS wrong) answer'
  ELSE 'SELECT ''the database is at a                               '' AS what,
  CASE WHEN wrong = 0 THEN ''pass'' ELSE ''fail'' END AS answer, wrong, ''-'' AS place
FROM (SELECT 1 AS wrong) answer' END);
FROM query(getvariable('migc_sql'));

SELECT 'size of customer                                   ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:5 and 1 more' AS place
FROM (SELECT (SELECT COALESCE((SELECT 'about ' || estimated_size || ' rows, in a database of ' ||
      (SELECT any_value(database_size) FROM pragma_database_size() WHERE database_name = current_database())
    FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = current_schema()
      AND lower(table_name) = lower('customer')), 'no such table that this user may see')) AS how_large) answer;

SELECT 'size of label                                      ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:7 and 2 more' AS place
FROM (SELECT (SELECT COALESCE((SELECT 'about ' || estimated_size || ' rows, in a database of ' ||
      (SELECT any_value(database_size) FROM pragma_database_size() WHERE database_name = current_database())
    FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = current_schema()
      AND lower(table_name) = lower('label')), 'no such table that this user may see')) AS how_large) answer;

SELECT 'no nulls in customer.name                          ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:5' AS place
FROM (SELECT (SELECT COUNT(*) FROM customer WHERE name IS NULL) AS wrong) answer;

SELECT 'no duplicates in customer (email)                  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:6' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM customer WHERE email IS NOT NULL
    GROUP BY email HAVING COUNT(*) > 1) migc_twice) AS wrong) answer;

SELECT 'no value of label.weight is outside -32768 to 32767' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:7' AS place
FROM (SELECT (SELECT COUNT(*) FROM label WHERE weight NOT BETWEEN -32768 AND 32767) AS wrong) answer;

SELECT 'no duplicates in label (lower(name))               ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM label WHERE (lower(name)) IS NOT NULL
    GROUP BY lower(name) HAVING COUNT(*) > 1) migc_twice) AS wrong) answer;
