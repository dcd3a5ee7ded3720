-- Upgrade of a SQLite database from base to c
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to c --upgrade --dialect sqlite --target-version 3.40
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            c
-- SHA-256:       38f0d1c48dd9b41dc91f4be9db6bd548c494bcd35999ad1df2ca56954c95692c (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
--                the file migc-run-156574c70cf2.sql in the current directory, through which it passes over what is done already
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own; run again, the same script goes on from there
--
-- Revisions, in the order in which they run:
--   a  A parent and a child
--     migrations/a.mig  SHA-256 80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d
--   b  A rebuild
--     migrations/b.mig  SHA-256 43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b
--   c  Rows that cascade
--     migrations/c.mig  SHA-256 abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239

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
CREATE TEMP TRIGGER migc_stop_done BEFORE INSERT ON migc_stop WHEN new.reason = 'done'
BEGIN SELECT RAISE(ABORT, 'this database is at c already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script starts at base, and this database is elsewhere (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_other BEFORE INSERT ON migc_stop WHEN new.reason = 'other'
BEGIN SELECT RAISE(ABORT, 'this script starts at base, and no run of it left the database where it is (see the line before); nothing was changed'); END;
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
  (2, 'b'),
  (3, 'c');
DROP TABLE IF EXISTS temp.migc_run;
CREATE TEMP TABLE migc_run (done INTEGER, here TEXT, made_by TEXT);

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS migc_version (version_num);
CREATE TABLE IF NOT EXISTS migc_history (id, script_sha256);
SELECT 'migc: migc-run-156574c70cf2.sql cannot be written' WHERE writefile('migc-run-156574c70cf2.sql', (
  WITH step (done, heads, found) AS (
    SELECT done, count(head), total(head IN (SELECT version_num FROM migc_version)) FROM temp.migc_way GROUP BY done)
  SELECT 'INSERT INTO temp.migc_run VALUES (' || quote((SELECT done FROM step WHERE heads = found AND heads = (SELECT count(*) FROM migc_version)))
    || ', ' || quote(coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base')) || ', ' || quote((SELECT script_sha256 FROM migc_history ORDER BY id DESC LIMIT 1)) || ');')) IS NULL;
ROLLBACK;
.read migc-run-156574c70cf2.sql
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done = 3;
INSERT INTO temp.migc_stop SELECT 'done' FROM temp.migc_run WHERE done = 3;
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done IS NULL;
INSERT INTO temp.migc_stop SELECT 'start' FROM temp.migc_run WHERE done IS NULL;
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done > 0;
INSERT INTO temp.migc_stop SELECT 'other' FROM temp.migc_run WHERE done > 0 AND made_by IS NOT '38f0d1c48dd9b41dc91f4be9db6bd548c494bcd35999ad1df2ca56954c95692c';

-- ---- Upgrade a: A parent and a child
SELECT 'migc: migc-run-156574c70cf2.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-156574c70cf2.sql', CASE WHEN done <= 0 THEN '
.print "migc: 1 of 3: upgrade a A parent and a child"
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

-- [1] migrations/a.mig:2  create table p
CREATE TABLE p (
  id INTEGER NOT NULL,
  kind VARCHAR(20) NOT NULL,
  CONSTRAINT p_pkey PRIMARY KEY (id)
);

-- [2] migrations/a.mig:3  create table c
CREATE TABLE c (
  id INTEGER NOT NULL,
  p_id INTEGER NOT NULL,
  CONSTRAINT c_pkey PRIMARY KEY (id),
  CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE
);

-- a is done
INSERT INTO migc_version (version_num) VALUES (''a'');
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''a'', ''upgrade'', ''A parent and a child'', ''80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d'', ''38f0d1c48dd9b41dc91f4be9db6bd548c494bcd35999ad1df2ca56954c95692c'');
COMMIT;

' ELSE '.print "migc: a is done already"' END) IS NULL;
.read migc-run-156574c70cf2.sql

-- ---- Upgrade b: A rebuild
SELECT 'migc: migc-run-156574c70cf2.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-156574c70cf2.sql', CASE WHEN done <= 1 THEN '
.print "migc: 2 of 3: upgrade b A rebuild"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [3] migrations/b.mig:1  change type of p.kind to integer: rebuild of p: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_3;
CREATE TEMP TRIGGER migc_stop_require_3 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_3''
BEGIN SELECT RAISE(ABORT, ''table p has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo(''p'') WHERE name COLLATE NOCASE NOT IN (''id'', ''kind'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''index'' AND tbl_name = ''p'' COLLATE NOCASE AND sql IS NOT NULL
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''trigger'' AND tbl_name = ''p'' COLLATE NOCASE
)
) SELECT ''require_3'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [4] migrations/b.mig:1  rebuild of p: create the new table
CREATE TABLE migc_new_p (
  id INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  CONSTRAINT p_pkey PRIMARY KEY (id)
);

-- [5] migrations/b.mig:1  rebuild of p: copy the rows
INSERT INTO migc_new_p (id, kind)
SELECT id, length(kind)
FROM p;

-- [6] migrations/b.mig:1  rebuild of p: drop the old table
DROP TABLE p;

-- [7] migrations/b.mig:1  rebuild of p: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [8] migrations/b.mig:1  rebuild of p: take the name
ALTER TABLE migc_new_p RENAME TO p;

-- [9] migrations/b.mig:1  rebuild of p: renames follow again
PRAGMA legacy_alter_table = OFF;

-- b is done
UPDATE migc_version SET version_num = ''b'' WHERE version_num = ''a'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''b'', ''upgrade'', ''A rebuild'', ''43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b'', ''38f0d1c48dd9b41dc91f4be9db6bd548c494bcd35999ad1df2ca56954c95692c'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: b is done already"' END) IS NULL;
.read migc-run-156574c70cf2.sql

-- ---- Upgrade c: Rows that cascade
SELECT 'migc: migc-run-156574c70cf2.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-156574c70cf2.sql', CASE WHEN done <= 2 THEN '
.print "migc: 3 of 3: upgrade c Rows that cascade"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''b'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''b'')) FROM migc_version) <> (1, 1);

-- [10] migrations/c.mig:1  delete rows of p
DELETE FROM p WHERE kind = 0;

-- c is done
UPDATE migc_version SET version_num = ''c'' WHERE version_num = ''b'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''c'', ''upgrade'', ''Rows that cascade'', ''abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239'', ''38f0d1c48dd9b41dc91f4be9db6bd548c494bcd35999ad1df2ca56954c95692c'');
COMMIT;

' ELSE '.print "migc: c is done already"' END) IS NULL;
.read migc-run-156574c70cf2.sql

DROP TABLE temp.migc_orphan;
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE (SELECT count(*), total(version_num IN ('c')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE (SELECT count(*), total(version_num IN ('c')) FROM migc_version) <> (1, 1);
SELECT 'migc: migc-run-156574c70cf2.sql cannot be written' WHERE writefile('migc-run-156574c70cf2.sql', '') IS NULL;
DROP TABLE temp.migc_way;
DROP TABLE temp.migc_run;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite base c 38f0d1c48dd9 3' AS receipt;
