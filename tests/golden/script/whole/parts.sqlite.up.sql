-- Upgrade of a SQLite database from base to b
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect sqlite --target-version 3.40 --lock-timeout 5000
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            b
-- SHA-256:       14b2871ca3c31d49c23e52ca244ebcb15a5347b7057b881f00500d9b236c2aba (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 5 seconds for another writer
-- Transactions:  one for the whole script: a failure leaves nothing behind
--
-- Revisions, in the order in which they run:
--   a  All of it outside
--     migrations/a.mig  SHA-256 9f9fd060d094c3d5207767f41a9dc08851499ee9b6c6449944ce88c0239c1187
--   b  One transaction
--     migrations/b.mig  SHA-256 dac66fc3c336515c9fa769841473b7c721652388a5cfdaab7b1c59c7defed8a9

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
BEGIN SELECT RAISE(ABORT, 'this database is at b already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script starts at base, and this database is elsewhere (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_changed BEFORE INSERT ON migc_stop WHEN new.reason = 'changed'
BEGIN SELECT RAISE(ABORT, 'something else changed table migc_version while this script ran; the revision at hand is not recorded'); END;

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS migc_version (version_num);
INSERT INTO temp.migc_stop SELECT 'done' WHERE NOT ((SELECT count(*), total(version_num IN ('b')) FROM migc_version) <> (1, 1));
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT 'start' WHERE EXISTS (SELECT 1 FROM migc_version);
ROLLBACK;

-- ---- Upgrade a: All of it outside
.print "migc: 1 of 2: upgrade a All of it outside"
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
  applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%fZ', 'now'))
);
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE EXISTS (SELECT 1 FROM migc_version);

-- [1] migrations/a.mig:4  set timeouts (the script holds the lock of the whole file already, and SQLite limits no statement)

-- [2] migrations/a.mig:5  create table t
CREATE TABLE t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- [3] migrations/a.mig:6  create index t_name on t
CREATE INDEX t_name ON t (name);

-- [4] migrations/a.mig:7  require: table t has rows
DROP TRIGGER IF EXISTS temp.migc_stop_require_4;
CREATE TEMP TRIGGER migc_stop_require_4 BEFORE INSERT ON migc_stop WHEN new.reason = 'require_4'
BEGIN SELECT RAISE(ABORT, 'table t has rows'); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
select count(*) = 0 from t
) SELECT 'require_4' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- a is done
INSERT INTO migc_version (version_num) VALUES ('a');
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a', 'upgrade', 'All of it outside', '9f9fd060d094c3d5207767f41a9dc08851499ee9b6c6449944ce88c0239c1187', '14b2871ca3c31d49c23e52ca244ebcb15a5347b7057b881f00500d9b236c2aba');
-- ---- Upgrade b: One transaction
.print "migc: 2 of 2: upgrade b One transaction"
-- [5] migrations/b.mig:3  add column t.x
ALTER TABLE t ADD COLUMN x INTEGER;

-- b is done
UPDATE migc_version SET version_num = 'b' WHERE version_num = 'a';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b', 'upgrade', 'One transaction', 'dac66fc3c336515c9fa769841473b7c721652388a5cfdaab7b1c59c7defed8a9', '14b2871ca3c31d49c23e52ca244ebcb15a5347b7057b881f00500d9b236c2aba');
COMMIT;

DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite base b 14b2871ca3c3 2' AS receipt;
