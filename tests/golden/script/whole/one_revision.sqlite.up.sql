-- Upgrade of a SQLite database from base to 1f0c2a7d94b1
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to 1f0c2a7d94b1 --upgrade --dialect sqlite --target-version 3.40
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            1f0c2a7d94b1
-- SHA-256:       1639c7db61fc1e24971df1ac45625373a765009627d989160a0a6d687a430a41 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
-- Transactions:  one for the whole script: a failure leaves nothing behind
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
CREATE TEMP TRIGGER migc_stop_done BEFORE INSERT ON migc_stop WHEN new.reason = 'done'
BEGIN SELECT RAISE(ABORT, 'this database is at 1f0c2a7d94b1 already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script starts at base, and this database is elsewhere (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_changed BEFORE INSERT ON migc_stop WHEN new.reason = 'changed'
BEGIN SELECT RAISE(ABORT, 'something else changed table migc_version while this script ran; the revision at hand is not recorded'); END;

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS migc_version (version_num);
INSERT INTO temp.migc_stop SELECT 'done' WHERE NOT ((SELECT count(*), total(version_num IN ('1f0c2a7d94b1')) FROM migc_version) <> (1, 1));
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT 'start' WHERE EXISTS (SELECT 1 FROM migc_version);
ROLLBACK;

-- ---- Upgrade 1f0c2a7d94b1: Create customers
.print "migc: 1 of 1: upgrade 1f0c2a7d94b1 Create customers"
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

-- [1] migrations/one_revision.mig:6  create table customer
CREATE TABLE customer (
  id INTEGER NOT NULL,
  full_name VARCHAR(200) NOT NULL,
  email VARCHAR(320) NOT NULL,
  is_active BOOLEAN NOT NULL DEFAULT '1',
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT customer_pkey PRIMARY KEY (id),
  CONSTRAINT customer_email_key UNIQUE (email),
  CONSTRAINT customer_email_has_at CHECK (email LIKE '%@%')
);

-- 1f0c2a7d94b1 is done
INSERT INTO migc_version (version_num) VALUES ('1f0c2a7d94b1');
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('1f0c2a7d94b1', 'upgrade', 'Create customers', 'd0b2e4b0e6e7d06b95e4adfeb8c9bf3f31f2900b733782c48b51b6f0dd2eb389', '1639c7db61fc1e24971df1ac45625373a765009627d989160a0a6d687a430a41');
COMMIT;

DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite base 1f0c2a7d94b1 1639c7db61fc 1' AS receipt;
