-- Verify: does this database have everything that it should have after the upgrade, in the right shape?
--
-- It changes nothing, and asks everything even when something is wrong: a row for each thing that it asks, those that are
-- MISSING or DIFFERENT last, then MIGC-VERIFY with the number of checks and of those that failed.
-- The client ends with 1 when a check failed. What a server does not show to a user who may only
-- read is `unseen`, and has not failed: triggers (shown with the privilege TRIGGER), routines
-- (EXECUTE), and on MariaDB the actions of foreign keys (REFERENCES).
--
-- Made by:       migc 0.1.0
-- Made for:      mysql (MySQL 8.4 or newer)
-- Run with:      mysql -N --default-character-set=utf8mb4 DATABASE < THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000

SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES', group_concat_max_len = 16777216;
SET SESSION TRANSACTION READ ONLY;
SET SESSION completion_type = IF(DATABASE() IS NOT NULL, 'NO_CHAIN',
  'no database is chosen. Name it: mysql DATABASE < THIS_FILE');

-- The revisions that this database is at.
SET @migc_here = NULL;
SET @migc_sql = IF(EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_version'),
  'SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR '', ''), ''base'') INTO @migc_here FROM migc_version',
  'DO 0');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;

-- What the server shows to this user.
SET @migc_me = CONCAT('''', SUBSTRING(CURRENT_USER(), 1, CHAR_LENGTH(CURRENT_USER()) - CHAR_LENGTH(
  SUBSTRING_INDEX(CURRENT_USER(), '@', -1)) - 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''');
SET @migc_sees_rules = EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE grantee = @migc_me AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'REFERENCES', 'INDEX', 'ALTER', 'TRIGGER', 'SHOW VIEW'))
  OR EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE grantee = @migc_me AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'REFERENCES', 'INDEX', 'ALTER', 'TRIGGER', 'SHOW VIEW')
    AND DATABASE() LIKE table_schema);
SET @migc_sees_triggers = EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE grantee = @migc_me AND privilege_type IN ('TRIGGER'))
  OR EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE grantee = @migc_me AND privilege_type IN ('TRIGGER')
    AND DATABASE() LIKE table_schema);
SET @migc_sees_routines = EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE grantee = @migc_me AND privilege_type IN ('EXECUTE', 'CREATE ROUTINE', 'ALTER ROUTINE'))
  OR EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE grantee = @migc_me AND privilege_type IN ('EXECUTE', 'CREATE ROUTINE', 'ALTER ROUTINE')
    AND DATABASE() LIKE table_schema);

-- Everything that is expected, everything that is there, and the difference.
SET @migc_expected = '[
  [1, "table", "country", "", "exists", "there"],
  [2, "column", "country", "code", "exists", "there"],
  [3, "column", "country", "code", "type", "varchar(2)"],
  [4, "column", "country", "code", "null", "not null"],
  [5, "column", "country", "code", "default", "none"],
  [6, "primary key", "country", "", "columns", "(code)"],
  [7, "table", "customer", "", "exists", "there"],
  [8, "column", "customer", "id", "exists", "there"],
  [9, "column", "customer", "id", "type", "bigint"],
  [10, "column", "customer", "id", "null", "not null"],
  [11, "column", "customer", "id", "default", "none"],
  [12, "column", "customer", "email", "exists", "there"],
  [13, "column", "customer", "email", "type", "varchar(320)"],
  [14, "column", "customer", "email", "null", "null"],
  [15, "column", "customer", "email", "default", "none"],
  [16, "column", "customer", "name", "exists", "there"],
  [17, "column", "customer", "name", "type", "varchar(100)"],
  [18, "column", "customer", "name", "null", "not null"],
  [19, "column", "customer", "name", "default", "none"],
  [20, "column", "customer", "level", "exists", "there"],
  [21, "column", "customer", "level", "type", "smallint"],
  [22, "column", "customer", "level", "null", "null"],
  [23, "column", "customer", "level", "default", "none"],
  [24, "column", "customer", "country", "exists", "there"],
  [25, "column", "customer", "country", "type", "varchar(2)"],
  [26, "column", "customer", "country", "null", "null"],
  [27, "column", "customer", "country", "default", "none"],
  [28, "column", "customer", "nick", "exists", "there"],
  [29, "column", "customer", "nick", "type", "varchar(20)"],
  [30, "column", "customer", "nick", "null", "not null"],
  [31, "column", "customer", "nick", "default", "none"],
  [32, "primary key", "customer", "", "columns", "(id)"],
  [33, "index", "customer", "customer_email_once", "columns", "unique (email)"],
  [34, "foreign key", "customer", "customer_of", "columns", "(country) references country (code)"],
  [35, "foreign key", "customer", "customer_of", "actions", "none"],
  [36, "table", "purchase", "", "exists", "there"],
  [37, "column", "purchase", "id", "exists", "there"],
  [38, "column", "purchase", "id", "type", "bigint"],
  [39, "column", "purchase", "id", "null", "not null"],
  [40, "column", "purchase", "id", "default", "none"],
  [41, "column", "purchase", "customer_id", "exists", "there"],
  [42, "column", "purchase", "customer_id", "type", "bigint"],
  [43, "column", "purchase", "customer_id", "null", "null"],
  [44, "column", "purchase", "customer_id", "default", "none"],
  [45, "column", "purchase", "amount", "exists", "there"],
  [46, "column", "purchase", "amount", "type", "decimal(8,2)"],
  [47, "column", "purchase", "amount", "null", "null"],
  [48, "column", "purchase", "amount", "default", "none"],
  [49, "column", "purchase", "code", "exists", "there"],
  [50, "column", "purchase", "code", "type", "varchar(10)"],
  [51, "column", "purchase", "code", "null", "null"],
  [52, "column", "purchase", "code", "default", "none"],
  [53, "column", "purchase", "closed", "exists", "there"],
  [54, "column", "purchase", "closed", "type", "tinyint(1)"],
  [55, "column", "purchase", "closed", "null", "null"],
  [56, "column", "purchase", "closed", "default", "none"],
  [57, "column", "purchase", "note", "exists", "there"],
  [58, "column", "purchase", "note", "type", "varchar(200)"],
  [59, "column", "purchase", "note", "null", "not null"],
  [60, "column", "purchase", "note", "default", "none"],
  [61, "primary key", "purchase", "", "columns", "(id)"],
  [62, "foreign key", "purchase", "purchase_buyer", "columns", "(customer_id) references customer (id)"],
  [63, "foreign key", "purchase", "purchase_buyer", "actions", "none"],
  [64, "check", "purchase", "purchase_paid", "exists", "there"],
  [65, "table", "tag", "", "exists", "there"],
  [66, "column", "tag", "name", "exists", "there"],
  [67, "column", "tag", "name", "type", "varchar(40)"],
  [68, "column", "tag", "name", "null", "not null"],
  [69, "column", "tag", "name", "default", "none"],
  [70, "column", "tag", "mass", "exists", "there"],
  [71, "column", "tag", "mass", "type", "int"],
  [72, "column", "tag", "mass", "null", "not null"],
  [73, "column", "tag", "mass", "default", "none"],
  [74, "primary key", "tag", "", "columns", "(name)"],
  [75, "index", "tag", "tag_mass", "columns", "unique (mass)"],
  [76, "table", "label", "", "exists", "nothing"],
  [77, "table", "migc_version", "", "rows", "d"]
]';
SELECT JSON_ARRAYAGG(JSON_ARRAY(c.n, c.object, c.what, c.expected, c.found, c.result)), COUNT(*), COALESCE(SUM(c.result IN ('MISSING', 'DIFFERENT')), 0)
  INTO @migc_checks, @migc_count, @migc_failed
FROM (
SELECT e.n, CONCAT(e.kind, ' ', e.name, IF(e.part = '', '', CONCAT('.', e.part))) AS object, e.what, e.expected,
  COALESCE(f.found, 'nothing') AS found,
  CASE WHEN IF(e.what = 'columns', LOWER(COALESCE(f.found, 'nothing')), COALESCE(f.found, 'nothing')) COLLATE utf8mb4_bin
      = IF(e.what = 'columns', LOWER(e.expected), e.expected) THEN 'ok'
    WHEN f.found IS NOT NULL THEN 'DIFFERENT'
    WHEN e.what = 'actions' AND NOT @migc_sees_rules THEN 'unseen'
    WHEN e.kind = 'trigger' AND NOT @migc_sees_triggers THEN 'unseen'
    WHEN e.kind IN ('function', 'procedure') AND NOT @migc_sees_routines THEN 'unseen'
    ELSE 'MISSING' END AS result
FROM JSON_TABLE(@migc_expected, '$[*]' COLUMNS (n INT PATH '$[0]', kind VARCHAR(30) PATH '$[1]', name VARCHAR(200) PATH '$[2]',
  part VARCHAR(200) PATH '$[3]', what VARCHAR(30) PATH '$[4]', expected VARCHAR(4000) PATH '$[5]')) AS e
LEFT JOIN (
SELECT CONCAT_WS(' ', f.kind, IF(@@lower_case_table_names = 0, f.name, LOWER(f.name)), LOWER(f.part), f.what) COLLATE utf8mb4_bin AS k, f.found FROM (
  SELECT CASE table_type WHEN 'VIEW' THEN 'view' WHEN 'SEQUENCE' THEN 'sequence' ELSE 'table' END AS kind,
    CONCAT(IF(table_schema = DATABASE(), '', CONCAT(CONVERT(table_schema USING utf8mb4), '.')), CONVERT(table_name USING utf8mb4)) AS name,
    '' AS part, 'exists' AS what, 'there' AS found
  FROM information_schema.tables WHERE table_schema IN (DATABASE())
  UNION ALL
  SELECT 'column', CONCAT(IF(table_schema = DATABASE(), '', CONCAT(CONVERT(table_schema USING utf8mb4), '.')), CONVERT(table_name USING utf8mb4)), CONVERT(column_name USING utf8mb4), w.what,
    CASE w.what WHEN 'exists' THEN 'there'
      WHEN 'type' THEN IF(data_type IN ('smallint', 'mediumint', 'int', 'bigint'),
        CONCAT(CONVERT(data_type USING utf8mb4), IF(column_type LIKE '%unsigned%', ' unsigned', '')), LEFT(CONVERT(column_type USING utf8mb4), 4000))
      WHEN 'null' THEN IF(is_nullable = 'NO', 'not null', 'null')
      ELSE CASE WHEN extra LIKE '%auto_increment%' THEN 'identity'
        WHEN extra LIKE '%STORED GENERATED%' OR extra LIKE '%VIRTUAL GENERATED%' THEN 'generated'
        WHEN column_default IS NULL THEN 'none' ELSE 'default' END
    END
  FROM information_schema.columns
  CROSS JOIN (SELECT 'exists' AS what UNION ALL SELECT 'type' UNION ALL SELECT 'null' UNION ALL SELECT 'default') AS w
  WHERE table_schema IN (DATABASE())
  UNION ALL
  SELECT IF(index_name = 'PRIMARY', 'primary key', 'index'),
    CONCAT(IF(table_schema = DATABASE(), '', CONCAT(CONVERT(table_schema USING utf8mb4), '.')), CONVERT(table_name USING utf8mb4)),
    IF(index_name = 'PRIMARY', '', CONVERT(index_name USING utf8mb4)), 'columns',
    CONCAT(IF(non_unique = 0 AND index_name <> 'PRIMARY', 'unique (', '('),
      GROUP_CONCAT(COALESCE(CONVERT(column_name USING utf8mb4), '(expression)') ORDER BY seq_in_index SEPARATOR ', '), ')')
  FROM information_schema.statistics WHERE table_schema IN (DATABASE())
  GROUP BY table_schema, table_name, index_name, non_unique
  UNION ALL
  SELECT 'foreign key', CONCAT(IF(table_schema = DATABASE(), '', CONCAT(CONVERT(table_schema USING utf8mb4), '.')), CONVERT(table_name USING utf8mb4)),
    CONVERT(constraint_name USING utf8mb4), 'columns',
    CONCAT('(', GROUP_CONCAT(CONVERT(column_name USING utf8mb4) ORDER BY ordinal_position SEPARATOR ', '), ') references ',
      IF(referenced_table_schema = DATABASE(), '', CONCAT(CONVERT(referenced_table_schema USING utf8mb4), '.')), CONVERT(referenced_table_name USING utf8mb4),
      ' (', GROUP_CONCAT(CONVERT(referenced_column_name USING utf8mb4) ORDER BY ordinal_position SEPARATOR ', '), ')')
  FROM information_schema.key_column_usage WHERE table_schema IN (DATABASE()) AND referenced_table_name IS NOT NULL
  GROUP BY table_schema, table_name, constraint_name, referenced_table_schema, referenced_table_name
  UNION ALL
  SELECT 'foreign key', CONCAT(IF(constraint_schema = DATABASE(), '', CONCAT(CONVERT(constraint_schema USING utf8mb4), '.')), CONVERT(table_name USING utf8mb4)),
    CONVERT(constraint_name USING utf8mb4), 'actions',
    COALESCE(NULLIF(TRIM(CONCAT(IF(delete_rule IN ('NO ACTION', 'RESTRICT'), '', CONCAT('on delete ', LOWER(CONVERT(delete_rule USING utf8mb4)))),
      IF(update_rule IN ('NO ACTION', 'RESTRICT'), '', CONCAT(' on update ', LOWER(CONVERT(update_rule USING utf8mb4)))))), ''), 'none')
  FROM information_schema.referential_constraints WHERE constraint_schema IN (DATABASE())
  UNION ALL
  SELECT 'check', CONCAT(IF(table_schema = DATABASE(), '', CONCAT(CONVERT(table_schema USING utf8mb4), '.')), CONVERT(table_name USING utf8mb4)),
    CONVERT(constraint_name USING utf8mb4), 'exists', 'there'
  FROM information_schema.table_constraints WHERE table_schema IN (DATABASE()) AND constraint_type = 'CHECK'
  UNION ALL
  SELECT 'trigger', CONCAT(IF(event_object_schema = DATABASE(), '', CONCAT(CONVERT(event_object_schema USING utf8mb4), '.')), CONVERT(event_object_table USING utf8mb4)),
    CONVERT(trigger_name USING utf8mb4), 'exists', 'there'
  FROM information_schema.triggers WHERE trigger_schema IN (DATABASE())
  UNION ALL
  SELECT LOWER(CONVERT(routine_type USING utf8mb4)), CONCAT(IF(routine_schema = DATABASE(), '', CONCAT(CONVERT(routine_schema USING utf8mb4), '.')), CONVERT(routine_name USING utf8mb4)),
    '', 'exists', 'there'
  FROM information_schema.routines WHERE routine_schema IN (DATABASE())
  UNION ALL
  SELECT 'schema', CONVERT(schema_name USING utf8mb4), '', 'exists', 'there' FROM information_schema.schemata
  UNION ALL
  SELECT 'table', 'migc_version', '', 'rows', CONVERT(@migc_here USING utf8mb4)
) AS f
) AS f ON f.k = CONVERT(CONCAT_WS(' ', e.kind, IF(@@lower_case_table_names = 0, e.name, LOWER(e.name)), LOWER(e.part), e.what) USING utf8mb4) COLLATE utf8mb4_bin
) AS c;

SELECT object, what, expected, found, result
FROM JSON_TABLE(@migc_checks, '$[*]' COLUMNS (n INT PATH '$[0]', object VARCHAR(500) PATH '$[1]', what VARCHAR(30) PATH '$[2]',
  expected VARCHAR(4000) PATH '$[3]', found VARCHAR(4000) PATH '$[4]', result VARCHAR(9) PATH '$[5]')) AS c
ORDER BY CASE result WHEN 'ok' THEN 1 WHEN 'unseen' THEN 2 ELSE 3 END, n;
SELECT CONCAT('MIGC-VERIFY 1 mysql d ', @migc_count, ' ', @migc_failed) AS summary;
-- The sentence stands in the error message, as the value that a setting cannot have: nothing else stops a client.
SET SESSION completion_type = IF(@migc_failed = 0, 'NO_CHAIN', 'this database differs from what migc expects: see the rows above that are MISSING or DIFFERENT; nothing was changed');
