-- Downgrade of a MariaDB database from b to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect mariadb --target-version 10.11 --idempotent
-- Made for:      mariadb (MariaDB 10.11 or newer)
-- Apply with:    mysql --default-character-set=utf8mb4 DATABASE < THIS_FILE (or mariadb)
-- Direction:     downgrade
-- From:          b
-- To:            base
-- SHA-256:       335f98bb183c1e6f2ba7345c80ad86819773c0b6bf56f916e5123dd2a1332754 (of this script, with zeros in the place of this number)
-- Takes:         a lock of its own by GET_LOCK while it runs, so that one script of migc runs at a time on the database of migc_version
--                of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [1] change type of t.name to varchar(20)
--                [2] drop column t.x
--                [4] drop table t
--
-- Revisions, in the order in which they run:
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62

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
  WHEN VERSION() NOT LIKE '%MariaDB%' THEN CONCAT('this script is for MariaDB, and this server is ', VERSION(), '; nothing was changed')
  WHEN SUBSTRING_INDEX(@migc_version, '.', 1) * 1000000 + SUBSTRING_INDEX(SUBSTRING_INDEX(@migc_version, '.', 2), '.', -1) * 1000 + SUBSTRING_INDEX(@migc_version, '.', -1) < 10011000 THEN CONCAT('this script is for MariaDB 10.11 or newer, and this server is ', VERSION(), '; nothing was changed')
  WHEN NOT @migc_locked <=> 1 THEN 'another session has been applying migrations to this database for a day; nothing was changed'
  WHEN NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_version') THEN 'there is no table migc_version, so no migration was recorded in this database, and this script starts at b; nothing was changed'
  WHEN NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_history') THEN 'there is no table migc_history, in which this script records what it did; nothing was changed'
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
  WHEN @migc_count = 1 AND @migc_here = 'b' COLLATE utf8mb4_bin THEN 0
  WHEN @migc_count = 1 AND @migc_here = 'a' COLLATE utf8mb4_bin THEN 1
  WHEN @migc_count = 0 THEN 2
  END;
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_revisions IS NULL THEN CONCAT('this database is at ', IF(@migc_count = 0, 'base', @migc_here), ', and this script starts at b; nothing was changed')
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
  WHEN @migc_asked AND NOT EXISTS (
    SELECT 1 FROM information_schema.user_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'ALTER'
    UNION ALL SELECT 1 FROM information_schema.schema_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'ALTER' AND DATABASE() LIKE table_schema
    UNION ALL SELECT 1 FROM information_schema.table_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'ALTER' AND table_schema = DATABASE()) THEN CONCAT('user ', @migc_user, ' lacks the privilege ALTER in this database, which this script needs; nothing was changed')
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
  @migc_other = (SELECT MAX(IF(revision NOT IN ('', ELT(@migc_revisions + 1, 'b', 'a')), revision, NULL)) FROM migc_step);
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_other IS NOT NULL THEN CONCAT('revision ', @migc_other, ' was begun by another script and is not complete; let that one end first')
  ELSE '' END;
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_fresh = @migc_revisions = 0 AND @migc_run IS NULL;

-- This run, and what is said to the ledger around each step.
DELETE FROM migc_step WHERE revision = '' AND @migc_revisions IS NOT NULL;
INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT '', 0, '335f98bb183c1e6f2ba7345c80ad86819773c0b6bf56f916e5123dd2a1332754', 'started' FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '', @migc_n = 0, @migc_step = 0, @migc_sql = '', @migc_due = '';
PREPARE migc_begin FROM 'INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ''started'' FROM DUAL WHERE @migc_step = @migc_n - 1 ON DUPLICATE KEY UPDATE statement_sha256 = SHA2(@migc_sql, 256), state = ''started''';
PREPARE migc_end FROM 'UPDATE migc_step SET state = ''done'' WHERE revision = @migc_revision AND step = @migc_n AND @migc_step = @migc_n';
PREPARE migc_done FROM 'INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ''done'' FROM DUAL WHERE @migc_step = @migc_n AND @migc_due <> ''DO 0''';
SET @migc_step = NULL;

-- ---- Downgrade b: A wider text
SELECT 'migc: 1 of 2: downgrade b A wider text' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'b', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '2cd02fab763257f7189b9cc87201d65064b31cc15866acfd63e69c6b4ef51265'),
    (2, '0ba7614bc598d77b1595dd88576cbbb1211a06b7cc51d607d2d6ca9852760aec'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision b was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 0 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [1] migrations/b.mig:5  change type of t.name to varchar(20)
SET @migc_n = 1, @migc_sql = 'ALTER TABLE t MODIFY COLUMN name VARCHAR(20)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [2] migrations/b.mig:4  drop column t.x
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) = 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't' AND column_name = 'x'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of b: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'ALTER TABLE t DROP COLUMN x';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- b is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = 'b' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision b is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'a' WHERE version_num = 'b' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision b is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'b' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'b', 'downgrade', 'A wider text', '0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532', '335f98bb183c1e6f2ba7345c80ad86819773c0b6bf56f916e5123dd2a1332754', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 1, @migc_revisions);

-- ---- Downgrade a: A table
SELECT 'migc: 2 of 2: downgrade a A table' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'a', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'b27009ba8fef61a0bc4e9f0b9a68479c703328e43e1c34ddd363b4e50a20f136'),
    (2, 'e058bc4b452a34063746ce6280b7dcba601bec0c851a6eb28e874df4cce055c1'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision a was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 1 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [3] migrations/a.mig:5  delete rows of t
SET @migc_n = 1, @migc_sql = 'DELETE FROM t WHERE id IN (1, 2)';
START TRANSACTION; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_done; COMMIT;
SET @migc_step = IF(@@error_count = 0, @migc_step, NULL); DEALLOCATE PREPARE migc_do;

-- [4] migrations/a.mig:3  drop table t
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 't'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of a: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'DROP TABLE t';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- a is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = 'a' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision a is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
DELETE FROM migc_version WHERE version_num = 'a' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision a is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision IN ('a', '') AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'a', 'downgrade', 'A table', 'b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62', '335f98bb183c1e6f2ba7345c80ad86819773c0b6bf56f916e5123dd2a1332754', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 2, @migc_revisions);

DELETE FROM migc_step WHERE revision = '' AND @migc_revisions = 2;
DO RELEASE_LOCK(@migc_lock);

-- For the ticket
SELECT 'MIGC-RECEIPT 1 mariadb b base 335f98bb183c 2' AS receipt FROM DUAL WHERE @migc_revisions = 2;
