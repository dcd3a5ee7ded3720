-- The way back of a MySQL database to a, from wherever its upgrade to d stopped
--
-- Made by:       migc 0.1.0
-- Made for:      mysql (MySQL 8.4 or newer)
-- Apply with:    mysql --default-character-set=utf8mb4 DATABASE < THIS_FILE (or mariadb)
-- Direction:     downgrade
-- From:          b
-- To:            a
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
-- SHA-256:       0000000000000000000000000000000000000000000000000000000000000000 (of this script, with zeros in the place of this number)
-- Takes:         a lock of its own by GET_LOCK while it runs, so that one script of migc runs at a time on the database of migc_version
--                of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Cannot undo:   revision b: change type of customer.level to smallint may have lost data, which nothing brings back
--                where that was done this script changes nothing, and going on with upgrade.sql is the only way
--
-- Revisions, in the order in which they run:
--   b  Rules for what is there
--     migrations/b_rules.mig  SHA-256 0000000000000000000000000000000000000000000000000000000000000000

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
  END;
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_count = 1 AND @migc_here = 'c' COLLATE utf8mb4_bin THEN 'revision b is complete and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_count = 1 AND @migc_here = 'd' COLLATE utf8mb4_bin THEN 'revision b is complete and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_revisions IS NULL THEN CONCAT('this database is at ', IF(@migc_count = 0, 'base', @migc_here), ', and this script starts at b; nothing was changed')
  ELSE '' END;
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
-- Where the upgrade stopped: how many of its revisions are complete, and what its ledger has of the next one.
SET @migc_at = CASE
  WHEN @migc_revisions IS NULL THEN NULL
  WHEN @migc_count = 1 AND @migc_here = 'a' COLLATE utf8mb4_bin THEN 0
  WHEN @migc_count = 1 AND @migc_here = 'b' COLLATE utf8mb4_bin THEN 1
  WHEN @migc_count = 1 AND @migc_here = 'c' COLLATE utf8mb4_bin THEN 2
  WHEN @migc_count = 1 AND @migc_here = 'd' COLLATE utf8mb4_bin THEN 3
  END;
SET @migc_begun_in = ELT(@migc_at + 1, 'b', 'c', 'd');
SET @migc_behind = 0, @migc_begun = NULL, @migc_other = 0, @migc_own = 0, @migc_run = NULL, @migc_undo = NULL;
SET @migc_sql = IF(@migc_revisions IS NOT NULL AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_step'),
  'SET @migc_behind = (SELECT COALESCE(MAX(IF(state = ''done'', step, 0)), 0) FROM migc_step WHERE revision = @migc_begun_in),
    @migc_begun = (SELECT MAX(IF(state = ''started'', step, NULL)) FROM migc_step WHERE revision = @migc_begun_in),
    @migc_other = (SELECT COUNT(*) FROM migc_step WHERE revision = @migc_begun_in AND state <> ''started'' AND (revision, step, statement_sha256) NOT IN (
      (''b'', 2, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''b'', 3, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''b'', 4, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''b'', 5, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''b'', 6, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''b'', 7, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''b'', 8, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''b'', 9, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''c'', 1, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''c'', 3, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''c'', 4, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''c'', 5, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''d'', 1, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''d'', 2, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''d'', 3, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''d'', 4, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''d'', 5, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''d'', 6, ''0000000000000000000000000000000000000000000000000000000000000000''),
      (''d'', 7, ''0000000000000000000000000000000000000000000000000000000000000000''))),
    @migc_own = (SELECT COUNT(*) FROM migc_step WHERE revision = ''b'' AND state = ''undo''),
    @migc_run = (SELECT MAX(statement_sha256) FROM migc_step WHERE revision = '''')',
  'DO 0');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;
SET @migc_behind = IF(@migc_at = 0 AND @migc_begun = 3 AND (SELECT COUNT(*) > 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'customer' AND constraint_name = 'customer_email_once'), 3, @migc_behind);
SET @migc_behind = IF(@migc_at = 0 AND @migc_begun = 5 AND (SELECT COUNT(*) > 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'purchase' AND constraint_name = 'purchase_buyer'), 5, @migc_behind);
SET @migc_behind = IF(@migc_at = 0 AND @migc_begun = 6 AND (SELECT COUNT(*) > 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'purchase' AND constraint_name = 'purchase_paid'), 6, @migc_behind);
SET @migc_behind = IF(@migc_at = 0 AND @migc_begun = 9 AND (SELECT COUNT(*) > 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'label' AND constraint_name = 'PRIMARY'), 9, @migc_behind);
SET @migc_behind = IF(@migc_at = 0 AND @migc_begun IN (2), @migc_begun, @migc_behind);
SET @migc_behind = IF(@migc_at = 1 AND @migc_begun = 1 AND (SELECT (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'tag') AND (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'label')), 1, @migc_behind);
SET @migc_behind = IF(@migc_at = 1 AND @migc_begun = 3 AND (SELECT (SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'tag' AND column_name = 'mass') AND (SELECT COUNT(*) = 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'tag' AND column_name = 'weight')), 3, @migc_behind);
SET @migc_behind = IF(@migc_at = 1 AND @migc_begun = 5 AND (SELECT COUNT(*) > 0 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'tag' AND index_name = 'tag_mass'), 5, @migc_behind);
SET @migc_behind = IF(@migc_at = 2 AND @migc_begun = 1 AND (SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'customer' AND column_name = 'nick'), 1, @migc_behind);
SET @migc_behind = IF(@migc_at = 2 AND @migc_begun = 6 AND (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'country'), 6, @migc_behind);
SET @migc_behind = IF(@migc_at = 2 AND @migc_begun = 7 AND (SELECT COUNT(*) > 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'customer' AND constraint_name = 'customer_of'), 7, @migc_behind);
SET @migc_undo = CASE WHEN NOT (@migc_begun IS NOT NULL OR @migc_behind > 0) THEN NULL
  WHEN @migc_at = 0 THEN CASE @migc_behind WHEN 0 THEN 2 WHEN 2 THEN 1 WHEN 3 THEN 0 END
  END;
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_other > 0 THEN CONCAT('revision ', @migc_begun_in, ' was begun by another script than upgrade.sql; let that one end first; nothing was changed')
  WHEN @migc_at > 0 AND @migc_at < 3 AND COALESCE(@migc_run, '') NOT IN ('0000000000000000000000000000000000000000000000000000000000000000', '0000000000000000000000000000000000000000000000000000000000000000')
    THEN CONCAT('this database is at ', @migc_here, ', where no run of upgrade.sql left it; nothing was changed')
  WHEN @migc_at = 1 AND @migc_own = 0 THEN 'revision b is complete and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 0 AND @migc_begun IN (4, 7, 8) AND @migc_behind < @migc_begun THEN CONCAT('step ', @migc_begun, ' of b was begun: if it took effect, set its state in migc_step to done, else delete its row; then run again; nothing was changed')
  WHEN @migc_at = 1 AND @migc_begun IN (4) AND @migc_behind < @migc_begun THEN CONCAT('step ', @migc_begun, ' of c was begun: if it took effect, set its state in migc_step to done, else delete its row; then run again; nothing was changed')
  WHEN @migc_at = 2 AND @migc_begun IN (3, 5) AND @migc_behind < @migc_begun THEN CONCAT('step ', @migc_begun, ' of d was begun: if it took effect, set its state in migc_step to done, else delete its row; then run again; nothing was changed')
  WHEN @migc_at = 0 AND @migc_behind = 4 THEN 'step [4], change type of customer.level to smallint, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 0 AND @migc_behind = 5 THEN 'step [5], add foreign key purchase_buyer to purchase, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 0 AND @migc_behind = 6 THEN 'step [6], add check constraint purchase_paid to purchase, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 0 AND @migc_behind = 7 THEN 'step [7], change type of purchase.code to varchar(10), of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 0 AND @migc_behind = 8 THEN 'step [8], change type of purchase.amount to decimal(8,2), of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 0 AND @migc_behind = 9 THEN 'step [9], add primary key label_pk to label, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 1 AND @migc_behind = 1 THEN 'step [10], rename table label to tag, of revision c, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 1 AND @migc_behind = 3 THEN 'step [12], rename column tag.weight to mass, of revision c, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 1 AND @migc_behind = 4 THEN 'step [13], set not null on tag.mass, of revision c, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 1 AND @migc_behind = 5 THEN 'step [14], create unique index tag_mass on tag, of revision c, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 2 AND @migc_behind = 1 THEN 'step [15], add column customer.nick, of revision d, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 2 AND @migc_behind = 2 THEN 'step [16], update rows of customer, of revision d, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 2 AND @migc_behind = 3 THEN 'step [17], set not null on customer.nick, of revision d, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 2 AND @migc_behind = 4 THEN 'step [18], update rows of purchase, of revision d, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 2 AND @migc_behind = 5 THEN 'step [19], set not null on purchase.note, of revision d, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 2 AND @migc_behind = 6 THEN 'step [20], create table country, of revision d, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN @migc_at = 2 AND @migc_behind = 7 THEN 'step [21], add foreign key customer_of to customer, of revision d, was done, and cannot be undone: what was done of it is a part of a change that takes more than one statement; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
  WHEN (@migc_begun IS NOT NULL OR @migc_behind > 0) AND @migc_undo IS NULL THEN CONCAT('what was done of revision ', @migc_begun_in, ' cannot be undone; nothing was changed')
  ELSE '' END;
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions - IF(@migc_undo IS NULL, 0, 1), NULL);
SELECT @migc_stop AS stopped FROM DUAL WHERE CHAR_LENGTH(@migc_stop) > 190;
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
  WHEN @migc_asked AND NOT EXISTS (
    SELECT 1 FROM information_schema.user_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'INDEX'
    UNION ALL SELECT 1 FROM information_schema.schema_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'INDEX' AND DATABASE() LIKE table_schema
    UNION ALL SELECT 1 FROM information_schema.table_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'INDEX' AND table_schema = DATABASE()) THEN CONCAT('user ', @migc_user, ' lacks the privilege INDEX in this database, which this script needs; nothing was changed')
  WHEN @migc_asked AND NOT EXISTS (
    SELECT 1 FROM information_schema.user_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'DROP'
    UNION ALL SELECT 1 FROM information_schema.schema_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'DROP' AND DATABASE() LIKE table_schema
    UNION ALL SELECT 1 FROM information_schema.table_privileges
      WHERE CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user AND privilege_type = 'DROP' AND table_schema = DATABASE()) THEN CONCAT('user ', @migc_user, ' lacks the privilege DROP in this database, which this script needs; nothing was changed')
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
  @migc_other = (SELECT MAX(IF(revision NOT IN ('', ELT(@migc_revisions + 1, 'b')), revision, NULL)) FROM migc_step);
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_other IS NOT NULL THEN CONCAT('revision ', @migc_other, ' was begun by another script and is not complete; let that one end first')
  ELSE '' END;
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_fresh = @migc_revisions = 0 AND @migc_run IS NULL;

-- The revision that was begun: what of its undo has nothing to do, as it was never done, stands in the ledger as done.
START TRANSACTION;
DELETE FROM migc_step WHERE revision = @migc_begun_in AND @migc_undo IS NOT NULL AND @migc_revisions IS NOT NULL;
INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_begun_in, 0, REPEAT('0', 64), 'undo' FROM DUAL WHERE @migc_undo IS NOT NULL AND @migc_revisions IS NOT NULL;
INSERT INTO migc_step (revision, step, statement_sha256, state)
  SELECT 'b', step, sha256, 'done' FROM (
    SELECT 1 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256
    UNION ALL SELECT 2 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256) AS steps
  WHERE step <= @migc_undo AND @migc_at = 0 AND @migc_undo IS NOT NULL AND @migc_revisions IS NOT NULL;
UPDATE migc_version SET version_num = 'b' WHERE version_num = 'a' AND @migc_at = 0 AND @migc_undo IS NOT NULL AND @migc_revisions IS NOT NULL;
COMMIT;
-- This run, and what is said to the ledger around each step.
DELETE FROM migc_step WHERE revision = '' AND @migc_revisions IS NOT NULL;
INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT '', 0, '0000000000000000000000000000000000000000000000000000000000000000', 'started' FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '', @migc_n = 0, @migc_step = 0, @migc_sql = '', @migc_due = '';
PREPARE migc_begin FROM 'INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ''started'' FROM DUAL WHERE @migc_step = @migc_n - 1 ON DUPLICATE KEY UPDATE statement_sha256 = SHA2(@migc_sql, 256), state = ''started''';
PREPARE migc_end FROM 'UPDATE migc_step SET state = ''done'' WHERE revision = @migc_revision AND step = @migc_n AND @migc_step = @migc_n';
PREPARE migc_done FROM 'INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ''done'' FROM DUAL WHERE @migc_step = @migc_n AND @migc_due <> ''DO 0''';
SET @migc_step = NULL;

-- ---- Downgrade b: Rules for what is there
SELECT 'migc: 1 of 1: downgrade b Rules for what is there' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'b', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '0000000000000000000000000000000000000000000000000000000000000000'),
    (2, '0000000000000000000000000000000000000000000000000000000000000000'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision b was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 0 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [1] migrations/b_rules.mig:7  drop constraint customer_email_once of customer
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'customer' AND constraint_name = 'customer_email_once'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of b: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE customer DROP INDEX customer_email_once';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [2] migrations/b_rules.mig:6  drop not null on customer.name
SET @migc_n = 2, @migc_sql = 'ALTER TABLE customer MODIFY COLUMN name VARCHAR(100)';
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
DELETE FROM migc_step WHERE revision IN ('b', '') AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'b', 'downgrade', 'Rules for what is there', '0000000000000000000000000000000000000000000000000000000000000000', '0000000000000000000000000000000000000000000000000000000000000000', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 1, @migc_revisions);

DELETE FROM migc_step WHERE revision = '' AND @migc_revisions = 1;
DO RELEASE_LOCK(@migc_lock);

-- For the ticket
SELECT 'MIGC-RECEIPT 1 mysql b a ............ 1' AS receipt FROM DUAL WHERE @migc_revisions = 1;
