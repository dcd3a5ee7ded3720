-- Verify: does this database have everything that it should have after the upgrade, in the right shape?
--
-- It changes nothing, and asks everything even when something is wrong: a row for each thing that it asks, those that are
-- MISSING or DIFFERENT last, then MIGC-VERIFY with the number of checks and of those that failed.
-- duckdb ends with 1 when a check failed.
--
-- Made by:       migc 0.1.0
-- Made for:      duckdb (DuckDB 1.5 or newer)
-- Run with:      duckdb -readonly DATABASE_FILE < THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000

.bail on
.mode list
.headers off

-- Everything that is expected, everything that is there, and the difference.
CREATE OR REPLACE TEMP TABLE migc_checks AS
WITH expected (n, kind, name, part, what, expected) AS (VALUES
  (1, 'table', 'customer', '', 'exists', 'there'),
  (2, 'column', 'customer', 'id', 'exists', 'there'),
  (3, 'column', 'customer', 'id', 'type', 'BIGINT'),
  (4, 'column', 'customer', 'id', 'null', 'not null'),
  (5, 'column', 'customer', 'id', 'default', 'none'),
  (6, 'column', 'customer', 'email', 'exists', 'there'),
  (7, 'column', 'customer', 'email', 'type', 'VARCHAR'),
  (8, 'column', 'customer', 'email', 'null', 'null'),
  (9, 'column', 'customer', 'email', 'default', 'none'),
  (10, 'column', 'customer', 'name', 'exists', 'there'),
  (11, 'column', 'customer', 'name', 'type', 'VARCHAR'),
  (12, 'column', 'customer', 'name', 'null', 'not null'),
  (13, 'column', 'customer', 'name', 'default', 'none'),
  (14, 'primary key', 'customer', '', 'columns', 'id'),
  (15, 'index', 'customer', 'customer_email_once', 'unique', 'yes'),
  (16, 'table', 'label', '', 'exists', 'there'),
  (17, 'column', 'label', 'text', 'exists', 'there'),
  (18, 'column', 'label', 'text', 'type', 'VARCHAR'),
  (19, 'column', 'label', 'text', 'null', 'null'),
  (20, 'column', 'label', 'text', 'default', 'none'),
  (21, 'column', 'label', 'weight', 'exists', 'there'),
  (22, 'column', 'label', 'weight', 'type', 'SMALLINT'),
  (23, 'column', 'label', 'weight', 'null', 'null'),
  (24, 'column', 'label', 'weight', 'default', 'none'),
  (25, 'index', 'label', 'label_text', 'unique', 'yes'),
  (26, 'column', 'label', 'name', 'exists', 'nothing')
),
found (kind, name, part, what, found) AS (
  SELECT 'table', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name, '', 'exists', 'there'
  FROM duckdb_tables() WHERE database_name = current_database() AND NOT internal
  UNION ALL
  SELECT 'view', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || view_name, '', 'exists', 'there'
  FROM duckdb_views() WHERE database_name = current_database() AND NOT internal
  UNION ALL
  SELECT 'sequence', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || sequence_name, '', 'exists', 'there'
  FROM duckdb_sequences() WHERE database_name = current_database()
  UNION ALL
  SELECT 'schema', schema_name, '', 'exists', 'there' FROM duckdb_schemas() WHERE database_name = current_database()
  UNION ALL
  SELECT 'enum', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || type_name, '', 'values',
    array_to_string(list_transform(labels, lambda label: '''' || replace(label, '''', '''''') || ''''), ', ')
  FROM duckdb_types() WHERE database_name = current_database() AND NOT internal AND logical_type = 'ENUM'
  UNION ALL
  SELECT 'column', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name, column_name, w.what,
    CASE w.what WHEN 'exists' THEN 'there' WHEN 'type' THEN data_type WHEN 'null' THEN CASE WHEN is_nullable THEN 'null' ELSE 'not null' END
      ELSE CASE WHEN column_default IS NULL THEN 'none' ELSE 'default' END END
  FROM duckdb_columns() CROSS JOIN (VALUES ('exists'), ('type'), ('null'), ('default')) AS w (what)
  WHERE database_name = current_database() AND NOT internal
  UNION ALL
  SELECT 'primary key', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name, '', 'columns',
    array_to_string(constraint_column_names, ', ')
  FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type = 'PRIMARY KEY'
  UNION
  SELECT 'unique', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name,
    '(' || array_to_string(constraint_column_names, ', ') || ')', 'exists', 'there'
  FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type = 'UNIQUE'
  UNION
  SELECT 'foreign key', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name,
    '(' || array_to_string(constraint_column_names, ', ') || ') references ' || referenced_table || ' ('
    || array_to_string(referenced_column_names, ', ') || ')', 'exists', 'there'
  FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type = 'FOREIGN KEY'
  UNION ALL
  SELECT 'checks', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name, '', 'number',
    CAST(count(*) AS VARCHAR)
  FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type = 'CHECK'
  GROUP BY schema_name, table_name
  UNION ALL
  SELECT 'index', CASE WHEN schema_name = current_schema() THEN '' ELSE schema_name || '.' END || table_name, index_name, 'unique',
    CASE WHEN is_unique THEN 'yes' ELSE 'no' END
  FROM duckdb_indexes() WHERE database_name = current_database()
)
SELECT e.n, e.kind || ' ' || e.name || CASE WHEN e.part = '' THEN '' WHEN e.part LIKE '(%' THEN ' ' ELSE '.' END || e.part AS object, e.what,
  e.expected, coalesce(f.found, 'nothing') AS found,
  CASE WHEN coalesce(f.found, 'nothing') = e.expected THEN 'ok' WHEN f.found IS NULL THEN 'MISSING' ELSE 'DIFFERENT' END AS result
FROM expected AS e
LEFT JOIN found AS f ON f.kind = e.kind AND lower(f.name) = lower(e.name) AND lower(f.part) = lower(e.part) AND f.what = e.what;
SELECT 'object', 'what', 'expected', 'found', 'result';
SELECT object, what, expected, found, result FROM migc_checks ORDER BY result <> 'ok', n;

-- The revisions that this database is at. Without a version table the client ends here.
CREATE OR REPLACE TEMP TABLE migc_here AS
SELECT 'table migc_version' AS object, 'rows' AS what, 'b' AS expected, found, CASE WHEN found = 'b' THEN 'ok' ELSE 'DIFFERENT' END AS result
FROM (SELECT coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base') AS found FROM migc_version) AS heads;
SELECT * FROM migc_here;
SELECT 'MIGC-VERIFY 1 duckdb b ' || count(*) || ' ' || count(*) FILTER (WHERE result <> 'ok')
FROM (SELECT result FROM migc_checks UNION ALL SELECT result FROM migc_here) AS results;
SELECT error('this database differs from what migc expects: see the rows above that are MISSING or DIFFERENT; nothing was changed')
  WHERE EXISTS (SELECT 1 FROM migc_checks WHERE result <> 'ok') OR EXISTS (SELECT 1 FROM migc_here WHERE result <> 'ok');
