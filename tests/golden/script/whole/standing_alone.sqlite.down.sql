-- Downgrade of a SQLite database from a to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from a --to base --downgrade --dialect sqlite --target-version 3.40
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     downgrade
-- From:          a
-- To:            base
-- SHA-256:       c12f38746b85e5dc11fa8d159fab817daa40818772c43c7889ddf730db5eef72 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
--                the file migc-run-adbe51e64ec7.sql in the current directory, through which it passes over what is done already
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it; run again, the same script goes on from there
-- Outside them:  [2] run raw SQL
--                [3] delete rows of t
-- Loses data:    [1] drop table u
--                [4] drop table t
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
CREATE TEMP TRIGGER migc_stop_table BEFORE INSERT ON migc_stop WHEN new.reason = 'table'
BEGIN SELECT RAISE(ABORT, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at a; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_history BEFORE INSERT ON migc_stop WHEN new.reason = 'history'
BEGIN SELECT RAISE(ABORT, 'there is no table migc_history, in which this script records what it did; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_done BEFORE INSERT ON migc_stop WHEN new.reason = 'done'
BEGIN SELECT RAISE(ABORT, 'this database is at base already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script starts at a, and this database is elsewhere (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_other BEFORE INSERT ON migc_stop WHEN new.reason = 'other'
BEGIN SELECT RAISE(ABORT, 'this script starts at a, and no run of it left the database where it is (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_begun BEFORE INSERT ON migc_stop WHEN new.reason = 'begun'
BEGIN SELECT RAISE(ABORT, 'a revision was begun by another script and is not complete (see the line before): run that one to its end first, or finish or undo the revision by hand and empty migc_step; nothing was changed'); END;
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
  (0, 'a'),
  (1, NULL);
DROP TABLE IF EXISTS temp.migc_run;
CREATE TEMP TABLE migc_run (done INTEGER, here TEXT, made_by TEXT);

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'table' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'migc_version' COLLATE NOCASE);
INSERT INTO temp.migc_stop SELECT 'history' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'migc_history' COLLATE NOCASE);
SELECT 'migc: migc-run-adbe51e64ec7.sql cannot be written' WHERE writefile('migc-run-adbe51e64ec7.sql', (
  WITH step (done, heads, found) AS (
    SELECT done, count(head), total(head IN (SELECT version_num FROM migc_version)) FROM temp.migc_way GROUP BY done)
  SELECT 'INSERT INTO temp.migc_run VALUES (' || quote((SELECT done FROM step WHERE heads = found AND heads = (SELECT count(*) FROM migc_version)))
    || ', ' || quote(coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base')) || ', ' || quote((SELECT script_sha256 FROM migc_history ORDER BY id DESC LIMIT 1)) || ');')) IS NULL;
.read migc-run-adbe51e64ec7.sql
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done = 1;
INSERT INTO temp.migc_stop SELECT 'done' FROM temp.migc_run WHERE done = 1;
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done IS NULL;
INSERT INTO temp.migc_stop SELECT 'start' FROM temp.migc_run WHERE done IS NULL;
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done > 0;
INSERT INTO temp.migc_stop SELECT 'other' FROM temp.migc_run WHERE done > 0 AND made_by IS NOT 'c12f38746b85e5dc11fa8d159fab817daa40818772c43c7889ddf730db5eef72';

-- The ledger: which parts of a revision are done, while it is not complete.
CREATE TABLE IF NOT EXISTS migc_step (
  revision VARCHAR(128) NOT NULL,
  step INTEGER NOT NULL,
  statement_sha256 CHAR(64) NOT NULL,
  PRIMARY KEY (revision, step)
);
SELECT 'migc: revision ' || revision || ' was begun' FROM migc_step WHERE ((SELECT done FROM temp.migc_run), revision, statement_sha256) NOT IN (VALUES
  (0, 'a', '8ea8c18fe492c3165e7762bf8ceafea6111b1499b973e0d1b5b6dc11cb9fcf31')) LIMIT 1;
INSERT INTO temp.migc_stop SELECT 'begun' WHERE EXISTS (SELECT 1 FROM migc_step WHERE ((SELECT done FROM temp.migc_run), revision, statement_sha256) NOT IN (VALUES
  (0, 'a', '8ea8c18fe492c3165e7762bf8ceafea6111b1499b973e0d1b5b6dc11cb9fcf31')));

-- ---- Downgrade a: Rows outside of the transaction
SELECT 'migc: migc-run-adbe51e64ec7.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-adbe51e64ec7.sql', CASE WHEN done <= 0 THEN '
.print "migc: 1 of 1: downgrade a Rows outside of the transaction"
' ELSE '.print "migc: a is done already"' END) IS NULL;
.read migc-run-adbe51e64ec7.sql

SELECT 'migc: migc-run-adbe51e64ec7.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-adbe51e64ec7.sql', CASE WHEN done <= 0 AND NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 1) THEN '
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [1] migrations/a.mig:8  drop table u
DROP TABLE u;

-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
INSERT INTO migc_step (revision, step, statement_sha256) VALUES (''a'', 1, ''8ea8c18fe492c3165e7762bf8ceafea6111b1499b973e0d1b5b6dc11cb9fcf31'');
COMMIT;
' ELSE '' END) IS NULL;
.read migc-run-adbe51e64ec7.sql

-- [2] migrations/a.mig:6  run raw SQL
SELECT 'migc: migc-run-adbe51e64ec7.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-adbe51e64ec7.sql', CASE WHEN done <= 0 THEN '
VACUUM;
' ELSE '' END) IS NULL;
.read migc-run-adbe51e64ec7.sql

-- [3] migrations/a.mig:5  delete rows of t
SELECT 'migc: migc-run-adbe51e64ec7.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-adbe51e64ec7.sql', CASE WHEN done <= 0 AND NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 3) THEN '
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM t WHERE id = 1;
INSERT INTO migc_step (revision, step, statement_sha256) VALUES (''a'', 3, ''8ea8c18fe492c3165e7762bf8ceafea6111b1499b973e0d1b5b6dc11cb9fcf31'');
COMMIT;
' ELSE '' END) IS NULL;
.read migc-run-adbe51e64ec7.sql

SELECT 'migc: migc-run-adbe51e64ec7.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-adbe51e64ec7.sql', CASE WHEN done <= 0 AND NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 4) THEN '
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''a'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [4] migrations/a.mig:3  drop table t
DROP TABLE t;

-- a is done
DELETE FROM migc_version WHERE version_num = ''a'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''a'', ''downgrade'', ''Rows outside of the transaction'', ''b433f06eef6666494064df57f1e93432c41eac9dd231af8f16f2159ef89689f7'', ''c12f38746b85e5dc11fa8d159fab817daa40818772c43c7889ddf730db5eef72'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
DELETE FROM migc_step WHERE revision = ''a'';
COMMIT;
' ELSE '' END) IS NULL;
.read migc-run-adbe51e64ec7.sql

DROP TABLE temp.migc_orphan;
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE EXISTS (SELECT 1 FROM migc_version);
SELECT 'migc: migc-run-adbe51e64ec7.sql cannot be written' WHERE writefile('migc-run-adbe51e64ec7.sql', '') IS NULL;
DROP TABLE temp.migc_way;
DROP TABLE temp.migc_run;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite a base c12f38746b85 1' AS receipt;
