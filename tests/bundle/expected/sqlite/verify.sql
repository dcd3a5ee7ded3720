-- Verify: does this database have everything that it should have after the upgrade, in the right shape?
--
-- It changes nothing, and asks everything even when something is wrong: a row for each thing that it asks, those that are
-- MISSING or DIFFERENT last, then MIGC-VERIFY with the number of checks and of those that failed.
-- sqlite3 ends with 1 when a check failed.
--
-- Made by:       migc 0.1.0
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Run with:      sqlite3 -readonly DATABASE_FILE < THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000

.bail on
.mode list
.separator " | "
.headers off
DROP TABLE IF EXISTS temp.migc_expected;
DROP TABLE IF EXISTS temp.migc_found;
DROP TABLE IF EXISTS temp.migc_needle;
DROP TABLE IF EXISTS temp.migc_here;
DROP TABLE IF EXISTS temp.migc_checks;
DROP TABLE IF EXISTS temp.migc_stop;

-- Everything that is expected. SQLite compares names, and words of types, without regard to case.
CREATE TEMP TABLE migc_expected (n INTEGER PRIMARY KEY, kind TEXT, name TEXT COLLATE NOCASE, part TEXT COLLATE NOCASE, what TEXT,
  expected TEXT COLLATE NOCASE);
INSERT INTO temp.migc_expected VALUES
  (1, 'table', 'country', '', 'exists', 'there'),
  (2, 'column', 'country', 'code', 'exists', 'there'),
  (3, 'column', 'country', 'code', 'type', 'VARCHAR(2)'),
  (4, 'column', 'country', 'code', 'null', 'not null'),
  (5, 'column', 'country', 'code', 'default', 'none'),
  (6, 'primary key', 'country', '', 'columns', 'code'),
  (7, 'table', 'customer', '', 'exists', 'there'),
  (8, 'column', 'customer', 'id', 'exists', 'there'),
  (9, 'column', 'customer', 'id', 'type', 'BIGINT'),
  (10, 'column', 'customer', 'id', 'null', 'not null'),
  (11, 'column', 'customer', 'id', 'default', 'none'),
  (12, 'column', 'customer', 'email', 'exists', 'there'),
  (13, 'column', 'customer', 'email', 'type', 'VARCHAR(320)'),
  (14, 'column', 'customer', 'email', 'null', 'null'),
  (15, 'column', 'customer', 'email', 'default', 'none'),
  (16, 'column', 'customer', 'name', 'exists', 'there'),
  (17, 'column', 'customer', 'name', 'type', 'VARCHAR(100)'),
  (18, 'column', 'customer', 'name', 'null', 'not null'),
  (19, 'column', 'customer', 'name', 'default', 'none'),
  (20, 'column', 'customer', 'level', 'exists', 'there'),
  (21, 'column', 'customer', 'level', 'type', 'SMALLINT'),
  (22, 'column', 'customer', 'level', 'null', 'null'),
  (23, 'column', 'customer', 'level', 'default', 'none'),
  (24, 'column', 'customer', 'country', 'exists', 'there'),
  (25, 'column', 'customer', 'country', 'type', 'VARCHAR(2)'),
  (26, 'column', 'customer', 'country', 'null', 'null'),
  (27, 'column', 'customer', 'country', 'default', 'none'),
  (28, 'column', 'customer', 'nick', 'exists', 'there'),
  (29, 'column', 'customer', 'nick', 'type', 'VARCHAR(20)'),
  (30, 'column', 'customer', 'nick', 'null', 'not null'),
  (31, 'column', 'customer', 'nick', 'default', 'none'),
  (32, 'primary key', 'customer', '', 'columns', 'id'),
  (33, 'unique', 'customer', '(email)', 'exists', 'there'),
  (34, 'foreign key', 'customer', '(country)', 'columns', '(country) references country (code)'),
  (35, 'table', 'purchase', '', 'exists', 'there'),
  (36, 'column', 'purchase', 'id', 'exists', 'there'),
  (37, 'column', 'purchase', 'id', 'type', 'BIGINT'),
  (38, 'column', 'purchase', 'id', 'null', 'not null'),
  (39, 'column', 'purchase', 'id', 'default', 'none'),
  (40, 'column', 'purchase', 'customer_id', 'exists', 'there'),
  (41, 'column', 'purchase', 'customer_id', 'type', 'BIGINT'),
  (42, 'column', 'purchase', 'customer_id', 'null', 'null'),
  (43, 'column', 'purchase', 'customer_id', 'default', 'none'),
  (44, 'column', 'purchase', 'amount', 'exists', 'there'),
  (45, 'column', 'purchase', 'amount', 'type', 'NUMERIC(8,2)'),
  (46, 'column', 'purchase', 'amount', 'null', 'null'),
  (47, 'column', 'purchase', 'amount', 'default', 'none'),
  (48, 'column', 'purchase', 'code', 'exists', 'there'),
  (49, 'column', 'purchase', 'code', 'type', 'VARCHAR(10)'),
  (50, 'column', 'purchase', 'code', 'null', 'null'),
  (51, 'column', 'purchase', 'code', 'default', 'none'),
  (52, 'column', 'purchase', 'closed', 'exists', 'there'),
  (53, 'column', 'purchase', 'closed', 'type', 'BOOLEAN'),
  (54, 'column', 'purchase', 'closed', 'null', 'null'),
  (55, 'column', 'purchase', 'closed', 'default', 'none'),
  (56, 'column', 'purchase', 'note', 'exists', 'there'),
  (57, 'column', 'purchase', 'note', 'type', 'VARCHAR(200)'),
  (58, 'column', 'purchase', 'note', 'null', 'not null'),
  (59, 'column', 'purchase', 'note', 'default', 'none'),
  (60, 'primary key', 'purchase', '', 'columns', 'id'),
  (61, 'foreign key', 'purchase', '(customer_id)', 'columns', '(customer_id) references customer (id)'),
  (62, 'check', 'purchase', 'purchase_paid', 'exists', 'there'),
  (63, 'table', 'tag', '', 'exists', 'there'),
  (64, 'column', 'tag', 'name', 'exists', 'there'),
  (65, 'column', 'tag', 'name', 'type', 'VARCHAR(40)'),
  (66, 'column', 'tag', 'name', 'null', 'not null'),
  (67, 'column', 'tag', 'name', 'default', 'none'),
  (68, 'column', 'tag', 'mass', 'exists', 'there'),
  (69, 'column', 'tag', 'mass', 'type', 'INTEGER'),
  (70, 'column', 'tag', 'mass', 'null', 'not null'),
  (71, 'column', 'tag', 'mass', 'default', 'none'),
  (72, 'primary key', 'tag', '', 'columns', 'name'),
  (73, 'index', 'tag', 'tag_mass', 'columns', 'unique (mass)'),
  (74, 'table', 'label', '', 'exists', 'nothing'),
  (75, 'table', 'migc_version', '', 'rows', 'd');

-- Everything that is there.
CREATE TEMP TABLE migc_found (kind TEXT, name TEXT COLLATE NOCASE, part TEXT COLLATE NOCASE, what TEXT, found TEXT);
INSERT INTO temp.migc_found
SELECT type, name, '', 'exists', 'there' FROM main.sqlite_master WHERE type IN ('table', 'view')
UNION ALL
SELECT 'trigger', tbl_name, name, 'exists', 'there' FROM main.sqlite_master WHERE type = 'trigger';

INSERT INTO temp.migc_found
WITH columns AS (
  SELECT m.name AS tbl, c.* FROM main.sqlite_master AS m, pragma_table_xinfo(m.name, 'main') AS c WHERE m.type = 'table'
)
SELECT 'column', tbl, name, 'exists', 'there' FROM columns
UNION ALL
SELECT 'column', tbl, name, 'type', type FROM columns
UNION ALL
SELECT 'column', tbl, name, 'null', iif("notnull", 'not null', 'null') FROM columns
UNION ALL
SELECT 'column', tbl, name, 'default', CASE WHEN hidden IN (2, 3) THEN 'generated' WHEN dflt_value IS NULL THEN 'none' ELSE 'default' END
FROM columns
UNION ALL
SELECT 'primary key', tbl, '', 'columns', group_concat(name, ', ')
FROM (SELECT tbl, name FROM columns WHERE pk > 0 ORDER BY tbl, pk) GROUP BY tbl;

INSERT INTO temp.migc_found
WITH keys AS (
  SELECT m.name AS tbl, l.name AS idx, l.origin, l.partial, l."unique" AS is_unique,
    group_concat(coalesce(k.name, '(expression)') || iif(k."desc", ' desc', ''), ', ')
      OVER (PARTITION BY m.name, l.name ORDER BY k.seqno ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS list
  FROM main.sqlite_master AS m, pragma_index_list(m.name, 'main') AS l, pragma_index_xinfo(l.name, 'main') AS k
  WHERE m.type = 'table' AND k."key"
)
SELECT DISTINCT 'index', tbl, idx, 'columns', iif(is_unique, 'unique ', '') || '(' || list || ')' || iif(partial, ' where', '')
FROM keys WHERE origin = 'c'
UNION
SELECT 'unique', tbl, '(' || list || ')', 'exists', 'there' FROM keys WHERE origin = 'u';

INSERT INTO temp.migc_found
WITH keys AS (
  SELECT DISTINCT m.name AS tbl, f.id, f."table" AS parent, f.on_delete, f.on_update,
    group_concat(f."from", ', ') OVER one AS here, group_concat(f."to", ', ') OVER one AS there
  FROM main.sqlite_master AS m, pragma_foreign_key_list(m.name, 'main') AS f WHERE m.type = 'table'
  WINDOW one AS (PARTITION BY m.name, f.id ORDER BY f.seq ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
SELECT 'foreign key', tbl, '(' || here || ')', 'columns', group_concat(text, '; ')
FROM (
  SELECT tbl, here, '(' || here || ') references ' || parent || ' (' || there || ')'
    || iif(on_delete = 'NO ACTION', '', ' on delete ' || lower(on_delete))
    || iif(on_update = 'NO ACTION', '', ' on update ' || lower(on_update)) AS text
  FROM keys ORDER BY 1, 2, 3
)
GROUP BY tbl, here COLLATE NOCASE;

-- Only the text of a table says which checks it has.
CREATE TEMP TABLE migc_needle (kind TEXT, name TEXT COLLATE NOCASE, part TEXT, what TEXT, found TEXT, needle TEXT);
INSERT INTO temp.migc_needle VALUES
  ('check', 'purchase', 'purchase_paid', 'exists', 'there', 'CONSTRAINT purchase_paid CHECK');
INSERT INTO temp.migc_found
SELECT s.kind, s.name, s.part, s.what, s.found FROM temp.migc_needle AS s
JOIN main.sqlite_master AS m ON s.name = m.name AND m.type = 'table' AND instr(lower(m.sql), lower(s.needle)) > 0;

-- The revisions that this database is at. Without a version table this one statement fails, and the script goes on.
CREATE TEMP TABLE migc_here (version_num TEXT);
.bail off
INSERT INTO temp.migc_here SELECT version_num FROM main.migc_version;
INSERT INTO temp.migc_found
SELECT 'table', 'migc_version', '', 'rows', coalesce(group_concat(version_num, ', '), 'base')
FROM (SELECT version_num FROM temp.migc_here ORDER BY version_num);

CREATE TEMP TABLE migc_checks AS
SELECT e.n, e.kind || ' ' || e.name || iif(e.part = '' OR e.part LIKE '(%', '', '.') || iif(e.part LIKE '(%', ' ', '') || e.part AS object,
  e.what, e.expected, coalesce(f.found, 'nothing') AS found,
  CASE WHEN e.expected = coalesce(f.found, 'nothing') THEN 'ok' WHEN f.found IS NULL THEN 'MISSING' ELSE 'DIFFERENT' END AS result
FROM temp.migc_expected AS e
LEFT JOIN temp.migc_found AS f ON e.kind = f.kind AND e.name = f.name AND e.part = f.part AND e.what = f.what;

SELECT 'object', 'what', 'expected', 'found', 'result';
SELECT object, what, expected, found, result FROM temp.migc_checks ORDER BY result <> 'ok', n;
SELECT 'MIGC-VERIFY 1 sqlite d ' || count(*) || ' ' || coalesce(sum(result <> 'ok'), 0) FROM temp.migc_checks;

-- A row in this table is refused with a sentence, which makes the shell end with 1.
CREATE TEMP TABLE migc_stop (n INTEGER);
CREATE TEMP TRIGGER migc_differs BEFORE INSERT ON migc_stop
BEGIN SELECT RAISE(ABORT, 'this database differs from what migc expects: see the rows above that are MISSING or DIFFERENT; nothing was changed'); END;
INSERT INTO temp.migc_stop SELECT 1 FROM temp.migc_checks WHERE result <> 'ok' LIMIT 1;
DROP TABLE IF EXISTS temp.migc_expected;
DROP TABLE IF EXISTS temp.migc_found;
DROP TABLE IF EXISTS temp.migc_needle;
DROP TABLE IF EXISTS temp.migc_here;
DROP TABLE IF EXISTS temp.migc_checks;
DROP TABLE IF EXISTS temp.migc_stop;
