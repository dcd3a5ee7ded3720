-- Upgrade of a SQLite database from base to b
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect sqlite --target-version 3.40 --idempotent
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            b
-- SHA-256:       a4ae5c0f8efe002a9461982e49380d1a57b0b764022efe2a4fff7caa45fe6b67 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
--                the file migc-run-df093555f9ad.sql in the current directory, through which it passes over what is done already
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own; run again, the same script goes on from there
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532

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
BEGIN SELECT RAISE(ABORT, 'this database is at b already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script leads from base to b, and this database is not on that way (see the line before); nothing was changed'); END;
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
  (2, 'b');
DROP TABLE IF EXISTS temp.migc_run;
CREATE TEMP TABLE migc_run (done INTEGER, here TEXT, made_by TEXT);

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS migc_version (version_num);
CREATE TABLE IF NOT EXISTS migc_history (id, script_sha256);
SELECT 'migc: migc-run-df093555f9ad.sql cannot be written' WHERE writefile('migc-run-df093555f9ad.sql', (
  WITH step (done, heads, found) AS (
    SELECT done, count(head), total(head IN (SELECT version_num FROM migc_version)) FROM temp.migc_way GROUP BY done)
  SELECT 'INSERT INTO temp.migc_run VALUES (' || quote((SELECT done FROM step WHERE heads = found AND heads = (SELECT count(*) FROM migc_version)))
    || ', ' || quote(coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base')) || ', ' || quote((SELECT script_sha256 FROM migc_history ORDER BY id DESC LIMIT 1)) || ');')) IS NULL;
ROLLBACK;
.read migc-run-df093555f9ad.sql
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done IS NULL;
INSERT INTO temp.migc_stop SELECT 'start' FROM temp.migc_run WHERE done IS NULL;

-- ---- Upgrade a: A table
SELECT 'migc: migc-run-df093555f9ad.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-df093555f9ad.sql', CASE WHEN done <= 0 THEN '
.print "migc: 1 of 2: upgrade a A table"
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

-- [1] migrations/a.mig:3  create table t
CREATE TABLE t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- [2] migrations/a.mig:4  require: table t has rows
DROP TRIGGER IF EXISTS temp.migc_stop_require_2;
CREATE TEMP TRIGGER migc_stop_require_2 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_2''
BEGIN SELECT RAISE(ABORT, ''table t has rows''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
select count(*) = 0 from t
) SELECT ''require_2'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [3] migrations/a.mig:5  insert 2 rows into t
INSERT INTO t (id, name) VALUES
  (1, ''a''),
  (2, ''b'');

-- a is done
INSERT INTO migc_version (version_num) VALUES (''a'');
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''a'', ''upgrade'', ''A table'', ''b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62'', ''a4ae5c0f8efe002a9461982e49380d1a57b0b764022efe2a4fff7caa45fe6b67'');
COMMIT;

' ELSE '.print "migc: a is done already"' END) IS NULL;
.read migc-run-df093555f9ad.sql

-- ---- Upgrade b: A wider text
SELECT 'migc: migc-run-df093555f9ad.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-df093555f9ad.sql', CASE WHEN done <= 1 THEN '
.print "migc: 2 of 2: upgrade b A wider text"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [4] migrations/b.mig:3  set timeouts (the script holds the lock of the whole file already, and SQLite limits no statement)

-- [5] migrations/b.mig:4  add column t.x
ALTER TABLE t ADD COLUMN x INTEGER;

-- [6] migrations/b.mig:5  change type of t.name to varchar(40): rebuild of t: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_6;
CREATE TEMP TRIGGER migc_stop_require_6 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_6''
BEGIN SELECT RAISE(ABORT, ''table t has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo(''t'') WHERE name COLLATE NOCASE NOT IN (''id'', ''name'', ''x'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''index'' AND tbl_name = ''t'' COLLATE NOCASE AND sql IS NOT NULL
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''trigger'' AND tbl_name = ''t'' COLLATE NOCASE
)
) SELECT ''require_6'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [7] migrations/b.mig:5  rebuild of t: create the new table
CREATE TABLE migc_new_t (
  id INTEGER NOT NULL,
  name VARCHAR(40),
  x INTEGER,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- [8] migrations/b.mig:5  rebuild of t: copy the rows
INSERT INTO migc_new_t (id, name, x)
SELECT id, name, x
FROM t;

-- [9] migrations/b.mig:5  rebuild of t: drop the old table
DROP TABLE t;

-- [10] migrations/b.mig:5  rebuild of t: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [11] migrations/b.mig:5  rebuild of t: take the name
ALTER TABLE migc_new_t RENAME TO t;

-- [12] migrations/b.mig:5  rebuild of t: renames follow again
PRAGMA legacy_alter_table = OFF;

-- [13] migrations/b.mig:6  require: the table''s rows
DROP TRIGGER IF EXISTS temp.migc_stop_require_13;
CREATE TEMP TRIGGER migc_stop_require_13 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_13''
BEGIN SELECT RAISE(ABORT, ''the table''''s rows''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
select count(*) = 2 from t
) SELECT ''require_13'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- b is done
UPDATE migc_version SET version_num = ''b'' WHERE version_num = ''a'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''b'', ''upgrade'', ''A wider text'', ''0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532'', ''a4ae5c0f8efe002a9461982e49380d1a57b0b764022efe2a4fff7caa45fe6b67'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: b is done already"' END) IS NULL;
.read migc-run-df093555f9ad.sql

DROP TABLE temp.migc_orphan;
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE (SELECT count(*), total(version_num IN ('b')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE (SELECT count(*), total(version_num IN ('b')) FROM migc_version) <> (1, 1);
SELECT 'migc: migc-run-df093555f9ad.sql cannot be written' WHERE writefile('migc-run-df093555f9ad.sql', '') IS NULL;
DROP TABLE temp.migc_way;
DROP TABLE temp.migc_run;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite base b a4ae5c0f8efe 2' AS receipt;
