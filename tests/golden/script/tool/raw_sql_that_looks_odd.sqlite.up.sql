-- Upgrade of a SQLite database from setup to a1
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from setup --to a1 --upgrade --dialect sqlite --target-version 3.40
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     upgrade
-- From:          setup
-- To:            a1
-- Builds on:     1 earlier revision, SHA-256 a0c010f150271e211f2fd8b4c89a7984d982cba33db987e3764bb2ecfc428faf
-- SHA-256:       165612eb382065d1636bef55c0f14714baa34d34dfc734c64ce1f1a660f39352 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
-- Transactions:  one for the whole script: a failure leaves nothing behind
--
-- Revisions, in the order in which they run:
--   a1  It's "odd"; \ `date` $migc$
--     migrations/raw_sql_that_looks_odd.mig  SHA-256 f90d94296b1f02e973f10d68e5280ae56a94173d4a87f254d9cfae561d97c92b

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
BEGIN SELECT RAISE(ABORT, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at setup; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_history BEFORE INSERT ON migc_stop WHEN new.reason = 'history'
BEGIN SELECT RAISE(ABORT, 'there is no table migc_history, in which this script records what it did; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_done BEFORE INSERT ON migc_stop WHEN new.reason = 'done'
BEGIN SELECT RAISE(ABORT, 'this database is at a1 already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script starts at setup, and this database is elsewhere (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_changed BEFORE INSERT ON migc_stop WHEN new.reason = 'changed'
BEGIN SELECT RAISE(ABORT, 'something else changed table migc_version while this script ran; the revision at hand is not recorded'); END;

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'table' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'migc_version' COLLATE NOCASE);
INSERT INTO temp.migc_stop SELECT 'history' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'migc_history' COLLATE NOCASE);
INSERT INTO temp.migc_stop SELECT 'done' WHERE NOT ((SELECT count(*), total(version_num IN ('a1')) FROM migc_version) <> (1, 1));
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE (SELECT count(*), total(version_num IN ('setup')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT 'start' WHERE (SELECT count(*), total(version_num IN ('setup')) FROM migc_version) <> (1, 1);

-- ---- Upgrade a1: It's "odd"; \ `date` $migc$
.print "migc: 1 of 1: upgrade a1 It's \"odd\"; \\ `date` $migc$"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE (SELECT count(*), total(version_num IN ('setup')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE (SELECT count(*), total(version_num IN ('setup')) FROM migc_version) <> (1, 1);

-- [1] migrations/raw_sql_that_looks_odd.mig:8  run raw SQL
create table slice as select ':n' as part, 'x:USER' as word;

-- a1 is done
UPDATE migc_version SET version_num = 'a1' WHERE version_num = 'setup';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a1', 'upgrade', 'It''s "odd"; \ `date` $migc$', 'f90d94296b1f02e973f10d68e5280ae56a94173d4a87f254d9cfae561d97c92b', '165612eb382065d1636bef55c0f14714baa34d34dfc734c64ce1f1a660f39352');
COMMIT;

DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite setup a1 165612eb3820 1' AS receipt;
