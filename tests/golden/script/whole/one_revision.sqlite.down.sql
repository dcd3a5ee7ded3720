-- Downgrade of a SQLite database from 1f0c2a7d94b1 to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from 1f0c2a7d94b1 --to base --downgrade --dialect sqlite --target-version 3.40
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     downgrade
-- From:          1f0c2a7d94b1
-- To:            base
-- SHA-256:       cd378e8dbdf94941dc3eb94df54303f13d3386473748818aa8c7d53a86d59530 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
-- Transactions:  one for the whole script: a failure leaves nothing behind
-- Loses data:    [1] drop table customer
--
-- Revisions, in the order in which they run:
--   1f0c2a7d94b1  Create customers
--     migrations/one_revision.mig  SHA-256 d0b2e4b0e6e7d06b95e4adfeb8c9bf3f31f2900b733782c48b51b6f0dd2eb389

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
BEGIN SELECT RAISE(ABORT, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at 1f0c2a7d94b1; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_history BEFORE INSERT ON migc_stop WHEN new.reason = 'history'
BEGIN SELECT RAISE(ABORT, 'there is no table migc_history, in which this script records what it did; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_done BEFORE INSERT ON migc_stop WHEN new.reason = 'done'
BEGIN SELECT RAISE(ABORT, 'this database is at base already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script starts at 1f0c2a7d94b1, and this database is elsewhere (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_changed BEFORE INSERT ON migc_stop WHEN new.reason = 'changed'
BEGIN SELECT RAISE(ABORT, 'something else changed table migc_version while this script ran; the revision at hand is not recorded'); END;
CREATE TEMP TRIGGER migc_stop_orphans BEFORE INSERT ON migc_stop WHEN new.reason = 'orphans'
BEGIN SELECT RAISE(ABORT, 'foreign keys are broken (see the lines before); the whole script was rolled back'); END;
DROP TABLE IF EXISTS temp.migc_orphan;
CREATE TEMP TABLE migc_orphan (child TEXT, parent TEXT, rows INTEGER);

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'table' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'migc_version' COLLATE NOCASE);
INSERT INTO temp.migc_stop SELECT 'history' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'migc_history' COLLATE NOCASE);
INSERT INTO temp.migc_stop SELECT 'done' WHERE NOT (EXISTS (SELECT 1 FROM migc_version));
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE (SELECT count(*), total(version_num IN ('1f0c2a7d94b1')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT 'start' WHERE (SELECT count(*), total(version_num IN ('1f0c2a7d94b1')) FROM migc_version) <> (1, 1);

-- ---- Downgrade 1f0c2a7d94b1: Create customers
.print "migc: 1 of 1: downgrade 1f0c2a7d94b1 Create customers"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE (SELECT count(*), total(version_num IN ('1f0c2a7d94b1')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE (SELECT count(*), total(version_num IN ('1f0c2a7d94b1')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [1] migrations/one_revision.mig:6  drop table customer
DROP TABLE customer;

-- 1f0c2a7d94b1 is done
DELETE FROM migc_version WHERE version_num = '1f0c2a7d94b1';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('1f0c2a7d94b1', 'downgrade', 'Create customers', 'd0b2e4b0e6e7d06b95e4adfeb8c9bf3f31f2900b733782c48b51b6f0dd2eb389', 'cd378e8dbdf94941dc3eb94df54303f13d3386473748818aa8c7d53a86d59530');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT 'migc: ' || sum(rows) || ' row(s) of table ' || child || ' refer to rows of table ' || parent || ' that are not there'
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT 'orphans' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

DROP TABLE temp.migc_orphan;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite 1f0c2a7d94b1 base cd378e8dbdf9 1' AS receipt;
