-- Downgrade of a SQLite database from b to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect sqlite --target-version 3.40 --idempotent
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     downgrade
-- From:          b
-- To:            base
-- SHA-256:       daa87b6bccb0f08bb05d9cf18ebff70ae5f69a83e8eb3083bfeff80a90f94e52 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
--                the file migc-run-49ed55e26d47.sql in the current directory, through which it passes over what is done already
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own; run again, the same script goes on from there
-- Loses data:    [4] rebuild of t: drop the old table
--                [8] drop column t.x
--                [10] drop table t
--
-- Revisions, in the order in which they run:
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62

.bail on
.timeout 10000
.mode list
.headers off
PRAGMA legacy_alter_table = OFF;
PRAGMA foreign_keys = ON;

-- What stops the script: a row in this table, which its triggers refuse with a sentence.
DROP TABLE IF EXISTS temp.migc_stop;
CREATE TEMP TABLE migc_stop (reason TEXT);
CREATE TEMP TRIGGER migc_stop_engine BEFORE INSERT ON migc_stop WHEN new.reason = 'engine'
BEGIN SELECT RAISE(ABORT, 'this script is for SQLite 3.40 or newer; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_table BEFORE INSERT ON migc_stop WHEN new.reason = 'table'
BEGIN SELECT RAISE(ABORT, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at b; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_history BEFORE INSERT ON migc_stop WHEN new.reason = 'history'
BEGIN SELECT RAISE(ABORT, 'there is no table migc_history, in which this script records what it did; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_done BEFORE INSERT ON migc_stop WHEN new.reason = 'done'
BEGIN SELECT RAISE(ABORT, 'this database is at base already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script leads from b to base, and this database is not on that way (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_changed BEFORE INSERT ON migc_stop WHEN new.reason = 'changed'
BEGIN SELECT RAISE(ABORT, 'something else changed table migc_version while this script ran; the revision at hand is not recorded'); END;
CREATE TEMP TRIGGER migc_stop_orphans BEFORE INSERT ON migc_stop WHEN new.reason = 'orphans'
BEGIN SELECT RAISE(ABORT, 'foreign keys are broken (see the lines before); the revision at hand was rolled back'); END;
DROP TABLE IF EXISTS temp.migc_orphan;
CREATE TEMP TABLE migc_orphan (child TEXT, parent TEXT, rows INTEGER);
-- How far the database is on the way of this script.
DROP TABLE IF EXISTS temp.migc_way;
CREATE TEMP TABLE migc_way (done INTEGER, head TEXT);
INSERT INTO temp.migc_way VALUES
  (0, 'b'),
  (1, 'a'),
  (2, NULL);
DROP TABLE IF EXISTS temp.migc_run;
CREATE TEMP TABLE migc_run (done INTEGER, here TEXT, made_by TEXT);

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'table' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'migc_version' COLLATE NOCASE);
INSERT INTO temp.migc_stop SELECT 'history' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'migc_history' COLLATE NOCASE);
SELECT 'migc: migc-run-49ed55e26d47.sql cannot be written' WHERE writefile('migc-run-49ed55e26d47.sql', (
  WITH step (done, heads, found) AS (
    SELECT done, count(head), total(head IN (SELECT version_num FROM migc_version)) FROM temp.migc_way GROUP BY done)
  SELECT 'INSERT INTO temp.migc_run VALUES (' || quote((SELECT done FROM step WHERE heads = found AND heads = (SELECT count(*) FROM migc_version)))
    || ', ' || quote(coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base')) || ', ' || quote((SELECT script_sha256 FROM migc_history ORDER BY id DESC LIMIT 1)) || ');')) IS NULL;
.read migc-run-49ed55e26d47.sql
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done IS NULL;
INSERT INTO temp.migc_stop SELECT 'start' FROM temp.migc_run WHERE done IS NULL;

-- ---- Downgrade b: A wider text
SELECT 'migc: migc-run-49ed55e26d47.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-49ed55e26d47.sql', CASE WHEN done <= 0 THEN '
.print "migc: 1 of 2: downgrade b A wider text"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''b'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''b'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [1] migrations/b.mig:5  change type of t.name to varchar(20): rebuild of t: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_1;
CREATE TEMP TRIGGER migc_stop_require_1 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_1''
BEGIN SELECT RAISE(ABORT, ''table t has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo(''t'') WHERE name COLLATE NOCASE NOT IN (''id'', ''name'', ''x'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''index'' AND tbl_name = ''t'' COLLATE NOCASE AND sql IS NOT NULL
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''trigger'' AND tbl_name = ''t'' COLLATE NOCASE
)
) SELECT ''require_1'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [2] migrations/b.mig:5  rebuild of t: create the new table
CREATE TABLE migc_new_t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  x INTEGER,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- [3] migrations/b.mig:5  rebuild of t: copy the rows
INSERT INTO migc_new_t (id, name, x)
SELECT id, name, x
FROM t;

-- [4] migrations/b.mig:5  rebuild of t: drop the old table
DROP TABLE t;

-- [5] migrations/b.mig:5  rebuild of t: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [6] migrations/b.mig:5  rebuild of t: take the name
ALTER TABLE migc_new_t RENAME TO t;

-- [7] migrations/b.mig:5  rebuild of t: renames follow again
PRAGMA legacy_alter_table = OFF;

-- [8] migrations/b.mig:4  drop column t.x
ALTER TABLE t DROP COLUMN x;

-- b is done
UPDATE migc_version SET version_num = ''a'' WHERE version_num = ''b'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''b'', ''downgrade'', ''A wider text'', ''0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532'', ''daa87b6bccb0f08bb05d9cf18ebff70ae5f69a83e8eb3083bfeff80a90f94e52'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: b is done already"' END) IS NULL;
.read migc-run-49ed55e26d47.sql

-- ---- Downgrade a: A table
SELECT 'migc: migc-run-49ed55e26d47.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-49ed55e26d47.sql', CASE WHEN done <= 1 THEN '
.print "migc: 2 of 2: downgrade a A table"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [9] migrations/a.mig:5  delete rows of t
DELETE FROM t WHERE id IN (1, 2);

-- [10] migrations/a.mig:3  drop table t
DROP TABLE t;

-- a is done
DELETE FROM migc_version WHERE version_num = ''a'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''a'', ''downgrade'', ''A table'', ''b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62'', ''daa87b6bccb0f08bb05d9cf18ebff70ae5f69a83e8eb3083bfeff80a90f94e52'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: a is done already"' END) IS NULL;
.read migc-run-49ed55e26d47.sql

DROP TABLE temp.migc_orphan;
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE EXISTS (SELECT 1 FROM migc_version);
SELECT 'migc: migc-run-49ed55e26d47.sql cannot be written' WHERE writefile('migc-run-49ed55e26d47.sql', '') IS NULL;
DROP TABLE temp.migc_way;
DROP TABLE temp.migc_run;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite b base daa87b6bccb0 2' AS receipt;
