-- Upgrade of a SQLite database from base to c
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to c --upgrade --dialect sqlite --target-version 3.40 --idempotent --lock-timeout
--                5000
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            c
-- SHA-256:       5a7f57f59432606aa67bfb5b03742be6a653e65358e6713b7f1e620ae66644e1 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 5 seconds for another writer
--                the file migc-run-f4adbd1ea67d.sql in the current directory, through which it passes over what is done already
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own; run again, the same script goes on from there
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626
--   b2  Another; with ' and -- in it and a second line
--     migrations/b2.mig  SHA-256 ab7640c7b3c56bb1b43458d3653f9990f7c23c03e5ad2c08c47f05f1c73453bc
--   b1  One branch
--     migrations/b1.mig  SHA-256 dd9b2f33d238a8799eb7a21b3b82d1297d1a742a5b7c2abf4bc31db5f0645f0b
--   c  Both
--     migrations/c.mig  SHA-256 60b332c3e54b28adbed272219fa89510c92d5742ea95489ce841600691f5c625

.bail on
.timeout 5000
.mode list
.headers off
PRAGMA legacy_alter_table = OFF;
PRAGMA foreign_keys = ON;

-- What stops the script: a row in this table, which its triggers refuse with a sentence.
DROP TABLE IF EXISTS temp.migc_stop;
CREATE TEMP TABLE migc_stop (reason TEXT);
CREATE TEMP TRIGGER migc_stop_engine BEFORE INSERT ON migc_stop WHEN new.reason = 'engine'
BEGIN SELECT RAISE(ABORT, 'this script is for SQLite 3.40 or newer; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_done BEFORE INSERT ON migc_stop WHEN new.reason = 'done'
BEGIN SELECT RAISE(ABORT, 'this database is at c already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script leads from base to c, and this database is not on that way (see the line before); nothing was changed'); END;
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
  (0, NULL),
  (1, 'a'),
  (2, 'b2'),
  (3, 'b1'),
  (3, 'b2'),
  (4, 'c');
DROP TABLE IF EXISTS temp.migc_run;
CREATE TEMP TABLE migc_run (done INTEGER, here TEXT, made_by TEXT);

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS migc_version (version_num);
CREATE TABLE IF NOT EXISTS migc_history (id, script_sha256);
SELECT 'migc: migc-run-f4adbd1ea67d.sql cannot be written' WHERE writefile('migc-run-f4adbd1ea67d.sql', (
  WITH step (done, heads, found) AS (
    SELECT done, count(head), total(head IN (SELECT version_num FROM migc_version)) FROM temp.migc_way GROUP BY done)
  SELECT 'INSERT INTO temp.migc_run VALUES (' || quote((SELECT done FROM step WHERE heads = found AND heads = (SELECT count(*) FROM migc_version)))
    || ', ' || quote(coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base')) || ', ' || quote((SELECT script_sha256 FROM migc_history ORDER BY id DESC LIMIT 1)) || ');')) IS NULL;
ROLLBACK;
.read migc-run-f4adbd1ea67d.sql
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done IS NULL;
INSERT INTO temp.migc_stop SELECT 'start' FROM temp.migc_run WHERE done IS NULL;

-- ---- Upgrade a: A table
SELECT 'migc: migc-run-f4adbd1ea67d.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-f4adbd1ea67d.sql', CASE WHEN done <= 0 THEN '
.print "migc: 1 of 4: upgrade a A table"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS migc_version (
  version_num VARCHAR(128) NOT NULL PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS migc_history (
  id INTEGER PRIMARY KEY,
  revision VARCHAR(128) NOT NULL,
  direction VARCHAR(9) NOT NULL,
  message TEXT NOT NULL,
  source_sha256 CHAR(64) NOT NULL,
  script_sha256 CHAR(64) NOT NULL,
  applied_at TEXT NOT NULL DEFAULT (strftime(''%Y-%m-%d %H:%M:%fZ'', ''now''))
);
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE EXISTS (SELECT 1 FROM migc_version);

-- [1] migrations/a.mig:1  create table t
CREATE TABLE t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- a is done
INSERT INTO migc_version (version_num) VALUES (''a'');
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''a'', ''upgrade'', ''A table'', ''204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626'', ''5a7f57f59432606aa67bfb5b03742be6a653e65358e6713b7f1e620ae66644e1'');
COMMIT;

' ELSE '.print "migc: a is done already"' END) IS NULL;
.read migc-run-f4adbd1ea67d.sql

-- ---- Upgrade b2: Another; with ' and -- in it and a second line
SELECT 'migc: migc-run-f4adbd1ea67d.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-f4adbd1ea67d.sql', CASE WHEN done <= 1 THEN '
.print "migc: 2 of 4: upgrade b2 Another; with '' and -- in it and a second line"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [2] migrations/b2.mig:2  change type of t.name to varchar(40): rebuild of t: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_2;
CREATE TEMP TRIGGER migc_stop_require_2 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_2''
BEGIN SELECT RAISE(ABORT, ''table t has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo(''t'') WHERE name COLLATE NOCASE NOT IN (''id'', ''name'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''index'' AND tbl_name = ''t'' COLLATE NOCASE AND sql IS NOT NULL
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''trigger'' AND tbl_name = ''t'' COLLATE NOCASE
)
) SELECT ''require_2'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [3] migrations/b2.mig:2  rebuild of t: create the new table
CREATE TABLE migc_new_t (
  id INTEGER NOT NULL,
  name VARCHAR(40),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- [4] migrations/b2.mig:2  rebuild of t: copy the rows
INSERT INTO migc_new_t (id, name)
SELECT id, name
FROM t;

-- [5] migrations/b2.mig:2  rebuild of t: drop the old table
DROP TABLE t;

-- [6] migrations/b2.mig:2  rebuild of t: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [7] migrations/b2.mig:2  rebuild of t: take the name
ALTER TABLE migc_new_t RENAME TO t;

-- [8] migrations/b2.mig:2  rebuild of t: renames follow again
PRAGMA legacy_alter_table = OFF;

-- b2 is done
UPDATE migc_version SET version_num = ''b2'' WHERE version_num = ''a'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''b2'', ''upgrade'', ''Another; with '''' and -- in it
and a second line'', ''ab7640c7b3c56bb1b43458d3653f9990f7c23c03e5ad2c08c47f05f1c73453bc'', ''5a7f57f59432606aa67bfb5b03742be6a653e65358e6713b7f1e620ae66644e1'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: b2 is done already"' END) IS NULL;
.read migc-run-f4adbd1ea67d.sql

-- ---- Upgrade b1: One branch
SELECT 'migc: migc-run-f4adbd1ea67d.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-f4adbd1ea67d.sql', CASE WHEN done <= 2 THEN '
.print "migc: 3 of 4: upgrade b1 One branch"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''b2'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''b2'')) FROM migc_version) <> (1, 1);

-- [9] migrations/b1.mig:1  add column t.x
ALTER TABLE t ADD COLUMN x INTEGER;

-- b1 is done
INSERT INTO migc_version (version_num) VALUES (''b1'');
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''b1'', ''upgrade'', ''One branch'', ''dd9b2f33d238a8799eb7a21b3b82d1297d1a742a5b7c2abf4bc31db5f0645f0b'', ''5a7f57f59432606aa67bfb5b03742be6a653e65358e6713b7f1e620ae66644e1'');
COMMIT;

' ELSE '.print "migc: b1 is done already"' END) IS NULL;
.read migc-run-f4adbd1ea67d.sql

-- ---- Upgrade c: Both
SELECT 'migc: migc-run-f4adbd1ea67d.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-f4adbd1ea67d.sql', CASE WHEN done <= 3 THEN '
.print "migc: 4 of 4: upgrade c Both"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''b1'', ''b2'')) FROM migc_version) <> (2, 2);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''b1'', ''b2'')) FROM migc_version) <> (2, 2);

-- c is done
DELETE FROM migc_version WHERE version_num = ''b1'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
UPDATE migc_version SET version_num = ''c'' WHERE version_num = ''b2'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''c'', ''upgrade'', ''Both'', ''60b332c3e54b28adbed272219fa89510c92d5742ea95489ce841600691f5c625'', ''5a7f57f59432606aa67bfb5b03742be6a653e65358e6713b7f1e620ae66644e1'');
COMMIT;

' ELSE '.print "migc: c is done already"' END) IS NULL;
.read migc-run-f4adbd1ea67d.sql

DROP TABLE temp.migc_orphan;
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE (SELECT count(*), total(version_num IN ('c')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE (SELECT count(*), total(version_num IN ('c')) FROM migc_version) <> (1, 1);
SELECT 'migc: migc-run-f4adbd1ea67d.sql cannot be written' WHERE writefile('migc-run-f4adbd1ea67d.sql', '') IS NULL;
DROP TABLE temp.migc_way;
DROP TABLE temp.migc_run;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite base c 5a7f57f59432 4' AS receipt;
