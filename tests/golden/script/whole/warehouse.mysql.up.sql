-- Upgrade of a MySQL database from base to b
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect mysql --target-version 8.4 --idempotent
-- Made for:      mysql (MySQL 8.4 or newer)
-- Apply with:    mysql --default-character-set=utf8mb4 DATABASE < THIS_FILE (or mariadb)
-- Direction:     upgrade
-- From:          base
-- To:            b
-- SHA-256:       e37aacd4c595f28be67429d7d5ce9947dfb708a4b2d4a3f83c4af2f77a7c8964 (of this script, with zeros in the place of this number)
-- Takes:         a lock of its own by GET_LOCK while it runs, so that one script of migc runs at a time on the database of migc_version
--                of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532

SET NAMES utf8mb4;
SET SESSION sql_mode = CONCAT_WS(',',
  'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO',
  IF(FIND_IN_SET('NO_AUTO_CREATE_USER', @@SESSION.sql_mode), 'NO_AUTO_CREATE_USER', NULL));
SET SESSION autocommit = 1, foreign_key_checks = 1, unique_checks = 1, group_concat_max_len = 1048576;
SET @migc_stop = NULL, @migc_revisions = NULL, @migc_step = NULL, @migc_fresh = 0;

-- One script of migc at a time. The lock goes with the session, however that ends.
SET @migc_lock = CONCAT('migc ', LEFT(SHA2(CONCAT(COALESCE(DATABASE(), ''), '.migc_version'), 256), 40));
SET @migc_locked = GET_LOCK(@migc_lock, 0);
SELECT 'another session is applying migrations to this database; waiting until it has ended' AS progress FROM DUAL WHERE @migc_locked = 0;
SET @migc_locked = IF(@migc_locked = 1, 1, GET_LOCK(@migc_lock, 86400));

-- Guards: when one of them stops the script, nothing was changed. The sentence stands in the error message, as the value
-- that a setting cannot have: there is no other statement that stops a client.
SET @migc_version = CONCAT(SUBSTRING_INDEX(CONCAT(SUBSTRING_INDEX(VERSION(), '-', 1), '.0.0'), '.', 3));
SET @migc_stop = CASE
  WHEN DATABASE() IS NULL THEN 'no database is chosen; nothing was changed. Name it: mysql DATABASE < THIS_FILE'
  WHEN VERSION() LIKE '%MariaDB%' OR VERSION() LIKE '%TiDB%' THEN CONCAT('this script is for MySQL, and this server is ', VERSION(), '; nothing was changed')
  WHEN SUBSTRING_INDEX(@migc_version, '.', 1) * 1000000 + SUBSTRING_INDEX(SUBSTRING_INDEX(@migc_version, '.', 2), '.', -1) * 1000 + SUBSTRING_INDEX(@migc_version, '.', -1) < 8004000 THEN CONCAT('this script is for MySQL 8.4 or newer, and this server is ', VERSION(), '; nothing was changed')
  WHEN NOT @migc_locked <=> 1 THEN 'another session has been applying migrations to this database for a day; nothing was changed'
  ELSE '' END;
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_count = NULL, @migc_here = NULL;
SET @migc_sql = IF(@migc_stop = '' AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_version'),
  'SET @migc_count = (SELECT COUNT(*) FROM migc_version),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR '', ''), '''')
    FROM migc_version)',
  'SET @migc_count = 0, @migc_here = ''''');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;
-- How many of its revisions this database has.
SET @migc_revisions = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN NULL
  WHEN @migc_count = 0 THEN 0
  WHEN @migc_count = 1 AND @migc_here = 'a' COLLATE utf8mb4_bin THEN 1
  WHEN @migc_count = 1 AND @migc_here = 'b' COLLATE utf8mb4_bin THEN 2
  END;
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_revisions IS NULL THEN CONCAT('this database is at ', IF(@migc_count = 0, 'base', @migc_here), ', and this script starts at base; nothing was changed')
  ELSE '' END;
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
-- The account may do it. What a role gives is not told here, so an account with one is not asked.
SET @migc_user = CONCAT('''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) -
  CHAR_LENGTH(SUBSTRING_INDEX(CURRENT_USER(), '@', -1)) - 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''');
SET @migc_asked = COALESCE(CURRENT_ROLE(), 'NONE') = 'NONE' AND (SELECT COUNT(*) FROM information_schema.user_privileges
  WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user) > 0;
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_asked AND NOT EXISTS (
    SELECT 1 FROM information_schema.user_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'CREATE'
    UNION ALL SELECT 1 FROM information_schema.schema_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'CREATE' AND DATABASE() LIKE table_schema
    UNION ALL SELECT 1 FROM information_schema.table_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'CREATE' AND table_schema = DATABASE()) THEN CONCAT('user ', @migc_user, ' lacks the privilege CREATE in this database, which this script needs; nothing was changed')
  ELSE '' END;
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
-- The ledger: the steps that a run of this script has done, while a revision is not complete.
SET @migc_sql = IF(@migc_revisions IS NOT NULL,
  'CREATE TABLE IF NOT EXISTS migc_step (
    revision VARCHAR(128) NOT NULL,
    step INT NOT NULL,
    statement_sha256 CHAR(64) NOT NULL,
    state VARCHAR(7) NOT NULL,
    PRIMARY KEY (revision, step)
  ) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
  'DO 0');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;
SET @migc_run = NULL, @migc_other = 'nobody knows which';
SET @migc_run = (SELECT MAX(IF(revision = '', statement_sha256, NULL)) FROM migc_step),
  @migc_other = (SELECT MAX(IF(revision NOT IN ('', ELT(@migc_revisions + 1, 'a', 'b')), revision, NULL)) FROM migc_step);
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_other IS NOT NULL THEN CONCAT('revision ', @migc_other, ' was begun by another script and is not complete; let that one end first')
  ELSE '' END;
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_fresh = @migc_revisions = 0 AND @migc_run IS NULL;

-- This run, and what is said to the ledger around each step.
DELETE FROM migc_step WHERE revision = '' AND @migc_revisions IS NOT NULL;
INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT '', 0, 'e37aacd4c595f28be67429d7d5ce9947dfb708a4b2d4a3f83c4af2f77a7c8964', 'started' FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '', @migc_n = 0, @migc_step = 0, @migc_sql = '', @migc_due = '';
PREPARE migc_begin FROM 'INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ''started'' FROM DUAL WHERE @migc_step = @migc_n - 1 ON DUPLICATE KEY UPDATE statement_sha256 = SHA2(@migc_sql, 256), state = ''started''';
PREPARE migc_end FROM 'UPDATE migc_step SET state = ''done'' WHERE revision = @migc_revision AND step = @migc_n AND @migc_step = @migc_n';
PREPARE migc_done FROM 'INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ''done'' FROM DUAL WHERE @migc_step = @migc_n AND @migc_due <> ''DO 0''';
SET @migc_step = NULL;

-- ---- Upgrade a: A table
SELECT 'migc: 1 of 2: upgrade a A table' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
-- Bookkeeping: the revisions that this database is at, and what was done when.
SET @migc_sql = IF(@migc_revisions IS NOT NULL,
  'CREATE TABLE IF NOT EXISTS migc_version (
    version_num VARCHAR(128) NOT NULL PRIMARY KEY
  ) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
  'DO 0');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;
SET @migc_sql = IF(@migc_revisions IS NOT NULL,
  'CREATE TABLE IF NOT EXISTS migc_history (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    revision VARCHAR(128) NOT NULL,
    direction VARCHAR(9) NOT NULL,
    message TEXT NOT NULL,
    source_sha256 CHAR(64) NOT NULL,
    script_sha256 CHAR(64) NOT NULL,
    applied_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    applied_by VARCHAR(288) NOT NULL
  ) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
  'DO 0');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;
SET @migc_revision = 'a', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '16d708233a862e3ccaf77937676d467cf95095c2c9086d5495ca8ab65ee0b80a'),
    (3, '29c6cb92817e66ac4345cd93137f2d9d95e760a0f5d8bc41aa557eae3c0b30f2'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision a was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 0 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [1] migrations/a.mig:3  create table t
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 't'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of a: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'CREATE TABLE t (
  id INT NOT NULL,
  name VARCHAR(20),
  PRIMARY KEY (id)
)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [2] migrations/a.mig:4  require: table t has rows
SET @migc_answer = NULL;
SET @migc_n = 2, @migc_sql = 'SELECT (
select count(*) = 0 from t
) INTO @migc_answer';
SET @migc_asked = COALESCE(@migc_step = @migc_n - 1, @migc_fresh); SET @migc_due = IF(@migc_asked, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;
SET @migc_stop = IF(@migc_asked AND @migc_answer IS NOT TRUE, 'table t has rows', '');
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET @migc_step = IF(@migc_stop <> '', NULL, IF(@migc_step = @migc_n - 1, @migc_n, @migc_step));
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [3] migrations/a.mig:5  insert 2 rows into t
SET @migc_n = 3, @migc_sql = 'INSERT INTO t (id, name) VALUES
  (1, ''a''),
  (2, ''b'')';
START TRANSACTION; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_done; COMMIT;
SET @migc_step = IF(@@error_count = 0, @migc_step, NULL); DEALLOCATE PREPARE migc_do;

-- a is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 3 AND NOT (@migc_count = 0 AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision a is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
INSERT INTO migc_version (version_num) SELECT 'a' FROM DUAL WHERE @migc_step = 3;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 3 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision a is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'a' AND @migc_step = 3;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'a', 'upgrade', 'A table', 'b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62', 'e37aacd4c595f28be67429d7d5ce9947dfb708a4b2d4a3f83c4af2f77a7c8964', USER() FROM DUAL WHERE @migc_step = 3;
COMMIT;
SET @migc_revisions = IF(@migc_step = 3 AND @@error_count = 0, 1, @migc_revisions);

-- ---- Upgrade b: A wider text
SELECT 'migc: 2 of 2: upgrade b A wider text' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'b', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '3ba14c40a8fea09f1c1002ccb0de56894655e68038cddd69899dd31f2e9bc17c'),
    (2, '97f26f4bd84b500791451bfb363266380c7200546278b5b4e413b5def691572c'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision b was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 1 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [4] migrations/b.mig:3  set timeouts: MySQL limits the time of queries alone

-- [5] migrations/b.mig:4  add column t.x
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't' AND column_name = 'x'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of b: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE t ADD COLUMN x INT';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [6] migrations/b.mig:5  change type of t.name to varchar(40)
SET @migc_n = 2, @migc_sql = 'ALTER TABLE t MODIFY COLUMN name VARCHAR(40)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [7] migrations/b.mig:6  require: the table's rows
SET @migc_answer = NULL;
SET @migc_n = 3, @migc_sql = 'SELECT (
select count(*) = 2 from t
) INTO @migc_answer';
SET @migc_asked = COALESCE(@migc_step = @migc_n - 1, @migc_fresh); SET @migc_due = IF(@migc_asked, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;
SET @migc_stop = IF(@migc_asked AND @migc_answer IS NOT TRUE, 'the table''s rows', '');
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET @migc_step = IF(@migc_stop <> '', NULL, IF(@migc_step = @migc_n - 1, @migc_n, @migc_step));
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- b is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 3 AND NOT (@migc_count = 1 AND @migc_here = 'a' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision b is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'b' WHERE version_num = 'a' AND @migc_step = 3;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 3 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision b is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision IN ('b', '') AND @migc_step = 3;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'b', 'upgrade', 'A wider text', '0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532', 'e37aacd4c595f28be67429d7d5ce9947dfb708a4b2d4a3f83c4af2f77a7c8964', USER() FROM DUAL WHERE @migc_step = 3;
COMMIT;
SET @migc_revisions = IF(@migc_step = 3 AND @@error_count = 0, 2, @migc_revisions);

DELETE FROM migc_step WHERE revision = '' AND @migc_revisions = 2;
DO RELEASE_LOCK(@migc_lock);

-- For the ticket
SELECT 'MIGC-RECEIPT 1 mysql base b e37aacd4c595 2' AS receipt FROM DUAL WHERE @migc_revisions = 2;
