-- Downgrade of a SQLite database from c to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from c --to base --downgrade --dialect sqlite --target-version 3.40
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     downgrade
-- From:          c
-- To:            base
-- SHA-256:       56814ea62280bd2823282684dab9be305561134ca51d4161bf5f8840f3982aa3 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
-- Transactions:  one for the whole script: a failure leaves nothing behind
-- Loses data:    [8] drop table c
--                [9] drop table p
--
-- Revisions, in the order in which they run:
--   c  Rows that cascade
--     migrations/c.mig  SHA-256 abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239
--   b  A rebuild
--     migrations/b.mig  SHA-256 43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b
--   a  A parent and a child
--     migrations/a.mig  SHA-256 80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d

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
BEGIN SELECT RAISE(ABORT, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at c; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_history BEFORE INSERT ON migc_stop WHEN new.reason = 'history'
BEGIN SELECT RAISE(ABORT, 'there is no table migc_history, in which this script records what it did; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_done BEFORE INSERT ON migc_stop WHEN new.reason = 'done'
BEGIN SELECT RAISE(ABORT, 'this database is at base already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script starts at c, and this database is elsewhere (see the line before); nothing was changed'); END;
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
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE (SELECT count(*), total(version_num IN ('c')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT 'start' WHERE (SELECT count(*), total(version_num IN ('c')) FROM migc_version) <> (1, 1);

-- ---- Downgrade c: Rows that cascade
.print "migc: 1 of 3: downgrade c Rows that cascade"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE (SELECT count(*), total(version_num IN ('c')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE (SELECT count(*), total(version_num IN ('c')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- c is done
UPDATE migc_version SET version_num = 'b' WHERE version_num = 'c';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('c', 'downgrade', 'Rows that cascade', 'abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239', '56814ea62280bd2823282684dab9be305561134ca51d4161bf5f8840f3982aa3');
-- ---- Downgrade b: A rebuild
.print "migc: 2 of 3: downgrade b A rebuild"
-- [1] migrations/b.mig:1  change type of p.kind to varchar(20): rebuild of p: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_1;
CREATE TEMP TRIGGER migc_stop_require_1 BEFORE INSERT ON migc_stop WHEN new.reason = 'require_1'
BEGIN SELECT RAISE(ABORT, 'table p has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it'); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo('p') WHERE name COLLATE NOCASE NOT IN ('id', 'kind')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'p' COLLATE NOCASE AND sql IS NOT NULL
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'p' COLLATE NOCASE
)
) SELECT 'require_1' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [2] migrations/b.mig:1  rebuild of p: create the new table
CREATE TABLE migc_new_p (
  id INTEGER NOT NULL,
  kind VARCHAR(20) NOT NULL,
  CONSTRAINT p_pkey PRIMARY KEY (id)
);

-- [3] migrations/b.mig:1  rebuild of p: copy the rows
INSERT INTO migc_new_p (id, kind)
SELECT id, CAST(kind AS VARCHAR(20))
FROM p;

-- [4] migrations/b.mig:1  rebuild of p: drop the old table
DROP TABLE p;

-- [5] migrations/b.mig:1  rebuild of p: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [6] migrations/b.mig:1  rebuild of p: take the name
ALTER TABLE migc_new_p RENAME TO p;

-- [7] migrations/b.mig:1  rebuild of p: renames follow again
PRAGMA legacy_alter_table = OFF;

-- b is done
UPDATE migc_version SET version_num = 'a' WHERE version_num = 'b';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b', 'downgrade', 'A rebuild', '43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b', '56814ea62280bd2823282684dab9be305561134ca51d4161bf5f8840f3982aa3');
-- ---- Downgrade a: A parent and a child
.print "migc: 3 of 3: downgrade a A parent and a child"
-- [8] migrations/a.mig:3  drop table c
DROP TABLE c;

-- [9] migrations/a.mig:2  drop table p
DROP TABLE p;

-- a is done
DELETE FROM migc_version WHERE version_num = 'a';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a', 'downgrade', 'A parent and a child', '80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d', '56814ea62280bd2823282684dab9be305561134ca51d4161bf5f8840f3982aa3');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT 'migc: ' || sum(rows) || ' row(s) of table ' || child || ' refer to rows of table ' || parent || ' that are not there'
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT 'orphans' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

DROP TABLE temp.migc_orphan;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite c base 56814ea62280 3' AS receipt;
