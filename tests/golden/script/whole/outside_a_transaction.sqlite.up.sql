-- Upgrade of a SQLite database from base to b
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect sqlite --target-version 3.40
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            b
-- SHA-256:       849ad31fa7384e3332f11308d007f52e7eda90aac0954f3a6f0f222b6da1d068 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
-- Transactions:  one for the whole script: a failure leaves nothing behind
-- Loses data:    [5] drop table t
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626
--   b  In parts
--     migrations/b.mig  SHA-256 ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f

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
BEGIN SELECT RAISE(ABORT, 'this script starts at base, and this database is elsewhere (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_changed BEFORE INSERT ON migc_stop WHEN new.reason = 'changed'
BEGIN SELECT RAISE(ABORT, 'something else changed table migc_version while this script ran; the revision at hand is not recorded'); END;
CREATE TEMP TRIGGER migc_stop_orphans BEFORE INSERT ON migc_stop WHEN new.reason = 'orphans'
BEGIN SELECT RAISE(ABORT, 'foreign keys are broken (see the lines before); the whole script was rolled back'); END;
DROP TABLE IF EXISTS temp.migc_orphan;
CREATE TEMP TABLE migc_orphan (child TEXT, parent TEXT, rows INTEGER);

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS migc_version (version_num);
INSERT INTO temp.migc_stop SELECT 'done' WHERE NOT ((SELECT count(*), total(version_num IN ('b')) FROM migc_version) <> (1, 1));
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT 'start' WHERE EXISTS (SELECT 1 FROM migc_version);
ROLLBACK;

-- ---- Upgrade a: A table
.print "migc: 1 of 2: upgrade a A table"
PRAGMA foreign_keys = OFF;
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
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [1] migrations/a.mig:1  create table t
CREATE TABLE t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- a is done
INSERT INTO migc_version (version_num) VALUES ('a');
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a', 'upgrade', 'A table', '204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626', '849ad31fa7384e3332f11308d007f52e7eda90aac0954f3a6f0f222b6da1d068');
-- ---- Upgrade b: In parts
.print "migc: 2 of 2: upgrade b In parts"
-- [2] migrations/b.mig:2  add column t.x
ALTER TABLE t ADD COLUMN x INTEGER;

-- [3] migrations/b.mig:3  create index t_name on t
CREATE INDEX t_name ON t (name);

-- [4] migrations/b.mig:4  require: the table is not empty; it's in use
DROP TRIGGER IF EXISTS temp.migc_stop_require_4;
CREATE TEMP TRIGGER migc_stop_require_4 BEFORE INSERT ON migc_stop WHEN new.reason = 'require_4'
BEGIN SELECT RAISE(ABORT, 'the table is not empty; it''s in use'); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
select count(*) = 0 from t
) SELECT 'require_4' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [5] migrations/b.mig:5  drop table t
DROP TABLE t;

-- b is done
UPDATE migc_version SET version_num = 'b' WHERE version_num = 'a';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b', 'upgrade', 'In parts', 'ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f', '849ad31fa7384e3332f11308d007f52e7eda90aac0954f3a6f0f222b6da1d068');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT 'migc: ' || sum(rows) || ' row(s) of table ' || child || ' refer to rows of table ' || parent || ' that are not there'
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT 'orphans' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

DROP TABLE temp.migc_orphan;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite base b 849ad31fa738 2' AS receipt;
