-- Verify: does this database have everything that it should have after the upgrade, in the right shape?
--
-- It changes nothing, and asks everything even when something is wrong: a row for each thing that it asks, those that are
-- MISSING or DIFFERENT last, then MIGC-VERIFY with the number of checks and of those that failed.
-- psql ends with 3 when a check failed.
--
-- Made by:       migc 0.1.0
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Run with:      psql -d DATABASE -f THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000

\set ON_ERROR_STOP on
\set ON_ERROR_ROLLBACK off
\set AUTOCOMMIT on
\set SINGLELINE off
\set migc_quiet :QUIET
\set migc_show_context :SHOW_CONTEXT
\set QUIET on
\set SHOW_CONTEXT never
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET default_transaction_read_only = on;

-- The revisions that this database is at.
DO $migc$
DECLARE
  here text := '';
BEGIN
  IF to_regclass('migc_version') IS NOT NULL THEN
    IF has_table_privilege('migc_version', 'SELECT') THEN
      EXECUTE 'SELECT coalesce(string_agg(version_num, '', '' ORDER BY version_num COLLATE "C"), ''base'') FROM migc_version' INTO here;
    ELSE
      here := 'rows that user may not read';
    END IF;
  END IF;
  PERFORM set_config('migc.here', here, false);
END
$migc$;

-- Everything that is expected, everything that is there, and the difference.
WITH expected (n, kind, name, part, what, expected) AS (VALUES
  (1, 'table', 'country', '', 'exists', 'there'),
  (2, 'column', 'country', 'code', 'exists', 'there'),
  (3, 'column', 'country', 'code', 'type', 'character varying(2)'),
  (4, 'column', 'country', 'code', 'null', 'not null'),
  (5, 'column', 'country', 'code', 'default', 'none'),
  (6, 'primary key', 'country', 'country_pkey', 'columns', 'code'),
  (7, 'table', 'customer', '', 'exists', 'there'),
  (8, 'column', 'customer', 'id', 'exists', 'there'),
  (9, 'column', 'customer', 'id', 'type', 'bigint'),
  (10, 'column', 'customer', 'id', 'null', 'not null'),
  (11, 'column', 'customer', 'id', 'default', 'none'),
  (12, 'column', 'customer', 'email', 'exists', 'there'),
  (13, 'column', 'customer', 'email', 'type', 'character varying(320)'),
  (14, 'column', 'customer', 'email', 'null', 'null'),
  (15, 'column', 'customer', 'email', 'default', 'none'),
  (16, 'column', 'customer', 'name', 'exists', 'there'),
  (17, 'column', 'customer', 'name', 'type', 'character varying(100)'),
  (18, 'column', 'customer', 'name', 'null', 'not null'),
  (19, 'column', 'customer', 'name', 'default', 'none'),
  (20, 'column', 'customer', 'level', 'exists', 'there'),
  (21, 'column', 'customer', 'level', 'type', 'smallint'),
  (22, 'column', 'customer', 'level', 'null', 'null'),
  (23, 'column', 'customer', 'level', 'default', 'none'),
  (24, 'column', 'customer', 'country', 'exists', 'there'),
  (25, 'column', 'customer', 'country', 'type', 'character varying(2)'),
  (26, 'column', 'customer', 'country', 'null', 'null'),
  (27, 'column', 'customer', 'country', 'default', 'none'),
  (28, 'column', 'customer', 'nick', 'exists', 'there'),
  (29, 'column', 'customer', 'nick', 'type', 'character varying(20)'),
  (30, 'column', 'customer', 'nick', 'null', 'not null'),
  (31, 'column', 'customer', 'nick', 'default', 'none'),
  (32, 'primary key', 'customer', 'customer_pkey', 'columns', 'id'),
  (33, 'unique', 'customer', 'customer_email_once', 'columns', 'email'),
  (34, 'foreign key', 'customer', 'customer_of', 'columns', '(country) references country (code)'),
  (35, 'foreign key', 'customer', 'customer_of', 'validated', 'yes'),
  (36, 'table', 'purchase', '', 'exists', 'there'),
  (37, 'column', 'purchase', 'id', 'exists', 'there'),
  (38, 'column', 'purchase', 'id', 'type', 'bigint'),
  (39, 'column', 'purchase', 'id', 'null', 'not null'),
  (40, 'column', 'purchase', 'id', 'default', 'none'),
  (41, 'column', 'purchase', 'customer_id', 'exists', 'there'),
  (42, 'column', 'purchase', 'customer_id', 'type', 'bigint'),
  (43, 'column', 'purchase', 'customer_id', 'null', 'null'),
  (44, 'column', 'purchase', 'customer_id', 'default', 'none'),
  (45, 'column', 'purchase', 'amount', 'exists', 'there'),
  (46, 'column', 'purchase', 'amount', 'type', 'numeric(8,2)'),
  (47, 'column', 'purchase', 'amount', 'null', 'null'),
  (48, 'column', 'purchase', 'amount', 'default', 'none'),
  (49, 'column', 'purchase', 'code', 'exists', 'there'),
  (50, 'column', 'purchase', 'code', 'type', 'character varying(10)'),
  (51, 'column', 'purchase', 'code', 'null', 'null'),
  (52, 'column', 'purchase', 'code', 'default', 'none'),
  (53, 'column', 'purchase', 'closed', 'exists', 'there'),
  (54, 'column', 'purchase', 'closed', 'type', 'boolean'),
  (55, 'column', 'purchase', 'closed', 'null', 'null'),
  (56, 'column', 'purchase', 'closed', 'default', 'none'),
  (57, 'column', 'purchase', 'note', 'exists', 'there'),
  (58, 'column', 'purchase', 'note', 'type', 'character varying(200)'),
  (59, 'column', 'purchase', 'note', 'null', 'not null'),
  (60, 'column', 'purchase', 'note', 'default', 'none'),
  (61, 'primary key', 'purchase', 'purchase_pkey', 'columns', 'id'),
  (62, 'foreign key', 'purchase', 'purchase_buyer', 'columns', '(customer_id) references customer (id)'),
  (63, 'foreign key', 'purchase', 'purchase_buyer', 'validated', 'yes'),
  (64, 'check', 'purchase', 'purchase_paid', 'exists', 'there'),
  (65, 'check', 'purchase', 'purchase_paid', 'validated', 'yes'),
  (66, 'table', 'tag', '', 'exists', 'there'),
  (67, 'column', 'tag', 'name', 'exists', 'there'),
  (68, 'column', 'tag', 'name', 'type', 'character varying(40)'),
  (69, 'column', 'tag', 'name', 'null', 'not null'),
  (70, 'column', 'tag', 'name', 'default', 'none'),
  (71, 'column', 'tag', 'mass', 'exists', 'there'),
  (72, 'column', 'tag', 'mass', 'type', 'integer'),
  (73, 'column', 'tag', 'mass', 'null', 'not null'),
  (74, 'column', 'tag', 'mass', 'default', 'none'),
  (75, 'primary key', 'tag', 'label_pk', 'columns', 'name'),
  (76, 'index', 'tag', 'tag_mass', 'exists', 'there'),
  (77, 'index', 'tag', 'tag_mass', 'columns', 'unique (mass)'),
  (78, 'index', 'tag', 'tag_mass', 'valid', 'yes'),
  (79, 'table', 'label', '', 'exists', 'nothing'),
  (80, 'table', 'migc_version', '', 'rows', 'd')
),
relation (oid, kind, name) AS (
  SELECT c.oid, c.relkind::text, CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || c.relname
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = current_schema()
),
named_type (oid, typtype, name) AS (
  SELECT t.oid, t.typtype::text, CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || t.typname
  FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
),
found (kind, name, part, what, found) AS (
  SELECT CASE kind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' ELSE 'table' END,
    name, '', 'exists', 'there'
  FROM relation WHERE kind IN ('r', 'p', 'v', 'm', 'S')
  UNION ALL
  SELECT 'table', name, '', 'comment', obj_description(oid, 'pg_class') FROM relation WHERE kind IN ('r', 'p')
  UNION ALL
  SELECT 'column', r.name, a.attname::text, f.what, f.found
  FROM relation r
  JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  LEFT JOIN named_type e ON e.oid = CASE WHEN t.typtype = 'e' THEN t.oid ELSE t.typelem END AND e.typtype = 'e'
  CROSS JOIN LATERAL (VALUES
    ('exists', 'there'),
    ('type', coalesce(e.name || CASE WHEN t.typtype = 'e' THEN '' ELSE '[]' END, format_type(a.atttypid, a.atttypmod))),
    ('null', CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END),
    ('default', CASE WHEN a.attgenerated <> '' THEN 'generated' WHEN a.attidentity = 'a' THEN 'identity always'
      WHEN a.attidentity <> '' THEN 'identity' WHEN a.atthasdef THEN 'default' ELSE 'none' END),
    ('comment', col_description(r.oid, a.attnum))
  ) AS f (what, found)
  WHERE r.kind IN ('r', 'p')
  UNION ALL
  SELECT CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key' WHEN 'c' THEN 'check'
    ELSE 'exclude' END, r.name, k.conname::text, f.what, f.found
  FROM relation r
  JOIN pg_catalog.pg_constraint k ON k.conrelid = r.oid AND k.contype IN ('p', 'u', 'f', 'c', 'x')
  LEFT JOIN pg_catalog.pg_class p ON p.oid = k.confrelid AND k.contype = 'f'
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = p.relnamespace
  LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = k.conindid AND k.contype = 'u'
  CROSS JOIN LATERAL (
    SELECT string_agg(a.attname, ', ' ORDER BY u.i) FROM unnest(k.conkey) WITH ORDINALITY AS u (number, i)
    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
  ) AS here (columns)
  CROSS JOIN LATERAL (
    SELECT string_agg(a.attname, ', ' ORDER BY u.i) FROM unnest(k.confkey) WITH ORDINALITY AS u (number, i)
    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number
  ) AS there (columns)
  CROSS JOIN LATERAL (VALUES
    ('exists', 'there'),
    ('columns', CASE WHEN k.contype = 'f' THEN
        '(' || here.columns || ') references ' || CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END
        || p.relname || ' (' || there.columns || ')'
        || CASE k.confdeltype WHEN 'r' THEN ' on delete restrict' WHEN 'c' THEN ' on delete cascade' WHEN 'n' THEN ' on delete set null'
          WHEN 'd' THEN ' on delete set default' ELSE '' END
        || CASE k.confupdtype WHEN 'r' THEN ' on update restrict' WHEN 'c' THEN ' on update cascade' WHEN 'n' THEN ' on update set null'
          WHEN 'd' THEN ' on update set default' ELSE '' END
      WHEN k.contype IN ('p', 'u') THEN
        here.columns || CASE WHEN to_jsonb(x) ->> 'indnullsnotdistinct' = 'true' THEN ' nulls not distinct' ELSE '' END
      END),
    ('validated', CASE WHEN k.convalidated THEN 'yes' ELSE 'no' END)
  ) AS f (what, found)
  UNION ALL
  SELECT 'index', r.name, i.relname::text, f.what, f.found
  FROM relation r
  JOIN pg_catalog.pg_index x ON x.indrelid = r.oid
  JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
  JOIN pg_catalog.pg_am m ON m.oid = i.relam
  CROSS JOIN LATERAL (VALUES
    ('exists', 'there'),
    ('columns', CASE WHEN x.indisunique THEN 'unique ' ELSE '' END || '(' || (
      SELECT string_agg(coalesce(a.attname, '(expression)')
        || CASE WHEN m.amname = 'btree' AND x.indoption[u.i] & 1 = 1 THEN ' desc' ELSE '' END, ', ' ORDER BY u.i)
      FROM generate_series(0, x.indnkeyatts - 1) AS u (i)
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[u.i] AND x.indkey[u.i] > 0) || ')'),
    ('valid', CASE WHEN x.indisvalid THEN 'yes' ELSE 'no' END)
  ) AS f (what, found)
  UNION ALL
  SELECT 'sequence', r.name, '', 'increment', q.seqincrement::text
  FROM relation r JOIN pg_catalog.pg_sequence q ON q.seqrelid = r.oid
  UNION ALL
  SELECT 'enum', t.name, '', 'values', string_agg('''' || replace(v.enumlabel, '''', '''''') || '''', ', ' ORDER BY v.enumsortorder)
  FROM named_type t JOIN pg_catalog.pg_enum v ON v.enumtypid = t.oid GROUP BY t.name
  UNION ALL
  SELECT 'schema', nspname::text, '', 'exists', 'there' FROM pg_catalog.pg_namespace
  UNION ALL
  SELECT 'extension', extname::text, '', 'exists', 'there' FROM pg_catalog.pg_extension
  UNION ALL
  SELECT DISTINCT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END,
    CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || p.proname, '', 'exists', 'there'
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname = current_schema()
  UNION ALL
  SELECT 'trigger', r.name, g.tgname::text, 'exists', 'there'
  FROM relation r JOIN pg_catalog.pg_trigger g ON g.tgrelid = r.oid AND NOT g.tgisinternal
  UNION ALL
  SELECT 'table', 'migc_version', '', 'rows', nullif(current_setting('migc.here'), '')
),
checks AS (
  SELECT n, kind || ' ' || name || CASE WHEN part = '' THEN '' ELSE '.' || part END AS object, what, expected,
    coalesce(found, 'nothing') AS found,
    CASE WHEN coalesce(found, 'nothing') = expected THEN 'ok' WHEN found IS NULL THEN 'MISSING' ELSE 'DIFFERENT' END AS result
  FROM expected LEFT JOIN found USING (kind, name, part, what)
)
SELECT json_agg(checks ORDER BY n) AS migc_checks, count(*) AS migc_count, count(*) FILTER (WHERE result <> 'ok') AS migc_failed,
  count(*) FILTER (WHERE result <> 'ok') > 0 AS migc_differs
FROM checks \gset

SELECT object, what, expected, found, result
FROM json_to_recordset(:'migc_checks') AS checks (n integer, object text, what text, expected text, found text, result text)
ORDER BY result <> 'ok', n;

RESET default_transaction_read_only;
\set QUIET :migc_quiet
\echo 'MIGC-VERIFY 1 postgres d' :migc_count :migc_failed
\if :migc_differs
DO $migc$
BEGIN
  RAISE EXCEPTION USING MESSAGE = 'this database differs from what migc expects: see the rows above that are MISSING or DIFFERENT; nothing was changed';
END
$migc$;
\endif
\set SHOW_CONTEXT :migc_show_context
