-- Upgrade of a SQLite database from base to a
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to a --upgrade --dialect sqlite --target-version 3.40
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            a
-- SHA-256:       d33f1265ed83daf96c8bf4741e3f2c8b2975be53bb1bc7b1e23276cfb95bbbcf (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
--                the file migc-run-1b15a55da486.sql in the current directory, through which it passes over what is done already
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it; run again, the same script goes on from there
-- Outside them:  [2] insert 1 row into t
--                [3] run raw SQL
--
-- Revisions, in the order in which they run:
--   a  Rows outside of the transaction
--     migrations/a.mig  SHA-256 b433f06eef6666494064df57f1e93432c41eac9dd231af8f16f2159ef89689f7

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
BEGIN SELECT RAISE(ABORT, 'this database is at a already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script starts at base, and this database is elsewhere (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_other BEFORE INSERT ON migc_stop WHEN new.reason = 'other'
BEGIN SELECT RAISE(ABORT, 'this script starts at base, and no run of it left the database where it is (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_begun BEFORE INSERT ON migc_stop WHEN new.reason = 'begun'
BEGIN SELECT RAISE(ABORT, 'a revision was begun by another script and is not complete (see the line before): run that one to its end first, or finish or undo the revision by hand and empty migc_step; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_changed BEFORE INSERT ON migc_stop WHEN new.reason = 'changed'
BEGIN SELECT RAISE(ABORT, 'something else changed table migc_version while this script ran; the revision at hand is not recorded'); END;
-- How far the database is on the way of this script.
DROP TABLE IF EXISTS temp.migc_way;
CREATE TEMP TABLE migc_way (done INTEGER, head TEXT);
INSERT INTO temp.migc_way VALUES
  (0, NULL),
  (1, 'a');
DROP TABLE IF EXISTS temp.migc_run;
CREATE TEMP TABLE migc_run (done INTEGER, here TEXT, made_by TEXT);

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS migc_version (version_num);
CREATE TABLE IF NOT EXISTS migc_history (id, script_sha256);
SELECT 'migc: migc-run-1b15a55da486.sql cannot be written' WHERE writefile('migc-run-1b15a55da486.sql', (
  WITH step (done, heads, found) AS (
    SELECT done, count(head), total(head IN (SELECT version_num FROM migc_version)) FROM temp.migc_way GROUP BY done)
  SELECT 'INSERT INTO temp.migc_run VALUES (' || quote((SELECT done FROM step WHERE heads = found AND heads = (SELECT count(*) FROM migc_version)))
    || ', ' || quote(coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base')) || ', ' || quote((SELECT script_sha256 FROM migc_history ORDER BY id DESC LIMIT 1)) || ');')) IS NULL;
ROLLBACK;
.read migc-run-1b15a55da486.sql
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done = 1;
INSERT INTO temp.migc_stop SELECT 'done' FROM temp.migc_run WHERE done = 1;
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done IS NULL;
INSERT INTO temp.migc_stop SELECT 'start' FROM temp.migc_run WHERE done IS NULL;
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done > 0;
INSERT INTO temp.migc_stop SELECT 'other' FROM temp.migc_run WHERE done > 0 AND made_by IS NOT 'd33f1265ed83daf96c8bf4741e3f2c8b2975be53bb1bc7b1e23276cfb95bbbcf';

-- The ledger: which parts of a revision are done, while it is not complete.
CREATE TABLE IF NOT EXISTS migc_step (
  revision VARCHAR(128) NOT NULL,
  step INTEGER NOT NULL,
  statement_sha256 CHAR(64) NOT NULL,
  PRIMARY KEY (revision, step)
);
SELECT 'migc: revision ' || revision || ' was begun' FROM migc_step WHERE ((SELECT done FROM temp.migc_run), revision, statement_sha256) NOT IN (VALUES
  (0, 'a', '51afc1050f924ec323345c0befcf201eb94fe572684c28f7166ecceb7d73a0dc')) LIMIT 1;
INSERT INTO temp.migc_stop SELECT 'begun' WHERE EXISTS (SELECT 1 FROM migc_step WHERE ((SELECT done FROM temp.migc_run), revision, statement_sha256) NOT IN (VALUES
  (0, 'a', '51afc1050f924ec323345c0befcf201eb94fe572684c28f7166ecceb7d73a0dc')));

-- ---- Upgrade a: Rows outside of the transaction
SELECT 'migc: migc-run-1b15a55da486.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-1b15a55da486.sql', CASE WHEN done <= 0 THEN '
.print "migc: 1 of 1: upgrade a Rows outside of the transaction"
' ELSE '.print "migc: a is done already"' END) IS NULL;
.read migc-run-1b15a55da486.sql

SELECT 'migc: migc-run-1b15a55da486.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-1b15a55da486.sql', CASE WHEN done <= 0 AND NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 1) THEN '
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

INSERT INTO migc_step (revision, step, statement_sha256) VALUES (''a'', 1, ''51afc1050f924ec323345c0befcf201eb94fe572684c28f7166ecceb7d73a0dc'');
COMMIT;
' ELSE '' END) IS NULL;
.read migc-run-1b15a55da486.sql

-- [2] migrations/a.mig:5  insert 1 row into t
SELECT 'migc: migc-run-1b15a55da486.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-1b15a55da486.sql', CASE WHEN done <= 0 AND NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 2) THEN '
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
INSERT INTO t (id, name) VALUES (1, ''it''''s'');
INSERT INTO migc_step (revision, step, statement_sha256) VALUES (''a'', 2, ''51afc1050f924ec323345c0befcf201eb94fe572684c28f7166ecceb7d73a0dc'');
COMMIT;
' ELSE '' END) IS NULL;
.read migc-run-1b15a55da486.sql

-- [3] migrations/a.mig:6  run raw SQL
SELECT 'migc: migc-run-1b15a55da486.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-1b15a55da486.sql', CASE WHEN done <= 0 THEN '
VACUUM;
' ELSE '' END) IS NULL;
.read migc-run-1b15a55da486.sql

SELECT 'migc: migc-run-1b15a55da486.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-1b15a55da486.sql', CASE WHEN done <= 0 AND NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 4) THEN '
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE EXISTS (SELECT 1 FROM migc_version);

-- [4] migrations/a.mig:8  create table u
CREATE TABLE u (
  id INTEGER NOT NULL,
  CONSTRAINT u_pkey PRIMARY KEY (id)
);

-- a is done
INSERT INTO migc_version (version_num) VALUES (''a'');
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''a'', ''upgrade'', ''Rows outside of the transaction'', ''b433f06eef6666494064df57f1e93432c41eac9dd231af8f16f2159ef89689f7'', ''d33f1265ed83daf96c8bf4741e3f2c8b2975be53bb1bc7b1e23276cfb95bbbcf'');
DELETE FROM migc_step WHERE revision = ''a'';
COMMIT;
' ELSE '' END) IS NULL;
.read migc-run-1b15a55da486.sql

SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE (SELECT count(*), total(version_num IN ('a')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE (SELECT count(*), total(version_num IN ('a')) FROM migc_version) <> (1, 1);
SELECT 'migc: migc-run-1b15a55da486.sql cannot be written' WHERE writefile('migc-run-1b15a55da486.sql', '') IS NULL;
DROP TABLE temp.migc_way;
DROP TABLE temp.migc_run;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite base a d33f1265ed83 1' AS receipt;
