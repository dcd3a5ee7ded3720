-- Upgrade of a MariaDB database from base to 094e5d1732fc
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to 094e5d1732fc --upgrade --dialect mariadb --target-version 10.11 -D
--                support_email=help@shop.example
-- Made for:      mariadb (MariaDB 10.11 or newer)
-- Apply with:    mysql --default-character-set=utf8mb4 DATABASE < THIS_FILE (or mariadb)
-- Direction:     upgrade
-- From:          base
-- To:            094e5d1732fc
-- SHA-256:       0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864 (of this script, with zeros in the place of this number)
-- Takes:         a lock of its own by GET_LOCK while it runs, so that one script of migc runs at a time on the database of migc_version
--                of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [28] drop column product.old_code
--
-- Revisions, in the order in which they run:
--   1f0c2a7d94b1  Create customers
--     migrations/1f0c2a7d94b1_create_customers.mig  SHA-256 28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711
--   2b8e51c0d3f7  Create the catalog
--     migrations/2b8e51c0d3f7_create_the_catalog.mig  SHA-256 daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1
--   3c94d6e2a815  Create orders
--     migrations/3c94d6e2a815_create_orders.mig  SHA-256 b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19
--   4da7f3b09c26  Add countries
--     migrations/4da7f3b09c26_add_countries.mig  SHA-256 4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0
--     migrations/data/countries.csv  SHA-256 1b134622af6e80edf6a4c0cebb50dcff754bc8fb09ffc318ba380b2db63c4282
--   5e13a8c7f402  Find customers by name without blocking writers
--     migrations/5e13a8c7f402_find_customers_by_name.mig  SHA-256 34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84
--   6f42b9d10e58  Call it display_name
--     migrations/6f42b9d10e58_call_it_display_name.mig  SHA-256 b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6
--   70b5c4e8a963  Prices with four decimals
--     migrations/70b5c4e8a963_prices_with_four_decimals.mig  SHA-256 254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6
--   81c6d5f9ba74  Line totals
--     migrations/81c6d5f9ba74_line_totals.mig  SHA-256 6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada
--   b4f908c2eda7  Shipments
--     migrations/b4f908c2eda7_shipments.mig  SHA-256 c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99
--   92d7e6a0cb85  Invoices
--     migrations/92d7e6a0cb85_invoices.mig  SHA-256 d70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07
--   a3e8f7b1dc96  Find open invoices fast
--     migrations/a3e8f7b1dc96_open_invoices.mig  SHA-256 7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6
--   c50a19d3feb8  Merge billing and shipping
--     migrations/c50a19d3feb8_merge_billing_and_shipping.mig  SHA-256 3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64
--   d61b2ae40fc9  Notes on customers, and who to ask
--     migrations/d61b2ae40fc9_customer_notes.mig  SHA-256 6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83
--   e72c3bf510da  A view of open orders
--     migrations/e72c3bf510da_open_orders_view.mig  SHA-256 522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d
--   f83d4c0621eb  Every order has a channel
--     migrations/f83d4c0621eb_every_order_has_a_channel.mig  SHA-256 f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c
--   094e5d1732fc  Drop the old codes
--     migrations/094e5d1732fc_drop_the_old_codes.mig  SHA-256 cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489

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
  WHEN @migc_count = 1 AND @migc_here = '1f0c2a7d94b1' COLLATE utf8mb4_bin THEN 1
  WHEN @migc_count = 1 AND @migc_here = '2b8e51c0d3f7' COLLATE utf8mb4_bin THEN 2
  WHEN @migc_count = 1 AND @migc_here = '3c94d6e2a815' COLLATE utf8mb4_bin THEN 3
  WHEN @migc_count = 1 AND @migc_here = '4da7f3b09c26' COLLATE utf8mb4_bin THEN 4
  WHEN @migc_count = 1 AND @migc_here = '5e13a8c7f402' COLLATE utf8mb4_bin THEN 5
  WHEN @migc_count = 1 AND @migc_here = '6f42b9d10e58' COLLATE utf8mb4_bin THEN 6
  WHEN @migc_count = 1 AND @migc_here = '70b5c4e8a963' COLLATE utf8mb4_bin THEN 7
  WHEN @migc_count = 1 AND @migc_here = '81c6d5f9ba74' COLLATE utf8mb4_bin THEN 8
  WHEN @migc_count = 1 AND @migc_here = 'b4f908c2eda7' COLLATE utf8mb4_bin THEN 9
  WHEN @migc_count = 2 AND @migc_here = '92d7e6a0cb85, b4f908c2eda7' COLLATE utf8mb4_bin THEN 10
  WHEN @migc_count = 2 AND @migc_here = 'a3e8f7b1dc96, b4f908c2eda7' COLLATE utf8mb4_bin THEN 11
  WHEN @migc_count = 1 AND @migc_here = 'c50a19d3feb8' COLLATE utf8mb4_bin THEN 12
  WHEN @migc_count = 1 AND @migc_here = 'd61b2ae40fc9' COLLATE utf8mb4_bin THEN 13
  WHEN @migc_count = 1 AND @migc_here = 'e72c3bf510da' COLLATE utf8mb4_bin THEN 14
  WHEN @migc_count = 1 AND @migc_here = 'f83d4c0621eb' COLLATE utf8mb4_bin THEN 15
  WHEN @migc_count = 1 AND @migc_here = '094e5d1732fc' COLLATE utf8mb4_bin THEN 16
  END;
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_revisions = 16 THEN 'this database is at 094e5d1732fc already, where this script leads; nothing was changed'
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
  @migc_other = (SELECT MAX(IF(revision NOT IN ('', ELT(@migc_revisions + 1, '1f0c2a7d94b1', '2b8e51c0d3f7', '3c94d6e2a815', '4da7f3b09c26', '5e13a8c7f402', '6f42b9d10e58', '70b5c4e8a963', '81c6d5f9ba74', 'b4f908c2eda7', '92d7e6a0cb85', 'a3e8f7b1dc96', 'c50a19d3feb8', 'd61b2ae40fc9', 'e72c3bf510da', 'f83d4c0621eb', '094e5d1732fc')), revision, NULL)) FROM migc_step);
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_other IS NOT NULL THEN CONCAT('revision ', @migc_other, ' was begun by another script and is not complete; let that one end first')
  WHEN @migc_revisions > 0 AND NOT @migc_run <=> '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864' THEN CONCAT('this database is at ', @migc_here, ', where no run of this script left it; this script starts at base')
  ELSE '' END;
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_fresh = @migc_revisions = 0 AND @migc_run IS NULL;

-- This run, and what is said to the ledger around each step.
DELETE FROM migc_step WHERE revision = '' AND @migc_revisions IS NOT NULL;
INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT '', 0, '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', 'started' FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '', @migc_n = 0, @migc_step = 0, @migc_sql = '', @migc_due = '';
PREPARE migc_begin FROM 'INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ''started'' FROM DUAL WHERE @migc_step = @migc_n - 1 ON DUPLICATE KEY UPDATE statement_sha256 = SHA2(@migc_sql, 256), state = ''started''';
PREPARE migc_end FROM 'UPDATE migc_step SET state = ''done'' WHERE revision = @migc_revision AND step = @migc_n AND @migc_step = @migc_n';
PREPARE migc_done FROM 'INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ''done'' FROM DUAL WHERE @migc_step = @migc_n AND @migc_due <> ''DO 0''';
SET @migc_step = NULL;

-- ---- Upgrade 1f0c2a7d94b1: Create customers
SELECT 'migc: 1 of 16: upgrade 1f0c2a7d94b1 Create customers' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
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
SET @migc_revision = '1f0c2a7d94b1', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '476da2b75ee3cf195fb2ae1e04b280cedb36a50980dbb2270842d074a33a1bd6'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 1f0c2a7d94b1 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 0 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [1] migrations/1f0c2a7d94b1_create_customers.mig:6  create table customer
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'customer'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 1f0c2a7d94b1: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'CREATE TABLE customer (
  id BIGINT NOT NULL AUTO_INCREMENT,
  full_name VARCHAR(200) NOT NULL,
  email VARCHAR(320) NOT NULL,
  is_active BOOLEAN NOT NULL DEFAULT TRUE,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  CONSTRAINT customer_email_key UNIQUE (email),
  CONSTRAINT customer_email_has_at CHECK (email LIKE ''%@%'')
) COMMENT = ''One row per person who ever ordered''';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 1f0c2a7d94b1 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 0 AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 1f0c2a7d94b1 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
INSERT INTO migc_version (version_num) SELECT '1f0c2a7d94b1' FROM DUAL WHERE @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 1f0c2a7d94b1 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '1f0c2a7d94b1' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '1f0c2a7d94b1', 'upgrade', 'Create customers', '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 1, @migc_revisions);

-- ---- Upgrade 2b8e51c0d3f7: Create the catalog
SELECT 'migc: 2 of 16: upgrade 2b8e51c0d3f7 Create the catalog' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '2b8e51c0d3f7', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'a251a34d198aa66ee90ac65a3e0bb6acf3f1a559454c70517319585f6aec18d9'),
    (2, '0d15fe103cdabfbd745cf33cc22ce9816fcbc612ef36a2577f87224f4444b74c'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 2b8e51c0d3f7 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 1 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [2] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  create table category
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'category'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 2b8e51c0d3f7: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'CREATE TABLE category (
  id INT NOT NULL AUTO_INCREMENT,
  name VARCHAR(80) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT category_name_key UNIQUE (name)
)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [3] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  create table product
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'product'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of 2b8e51c0d3f7: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'CREATE TABLE product (
  id BIGINT NOT NULL AUTO_INCREMENT,
  category_id INT NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  price DECIMAL(8,2) NOT NULL,
  old_code VARCHAR(20),
  description TEXT,
  PRIMARY KEY (id),
  CONSTRAINT product_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id),
  CONSTRAINT product_sku_key UNIQUE (sku),
  CONSTRAINT product_price_positive CHECK (price >= 0),
  INDEX product_category_id_title_idx (category_id, title)
)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 2b8e51c0d3f7 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = '1f0c2a7d94b1' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 2b8e51c0d3f7 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '2b8e51c0d3f7' WHERE version_num = '1f0c2a7d94b1' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 2b8e51c0d3f7 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '2b8e51c0d3f7' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '2b8e51c0d3f7', 'upgrade', 'Create the catalog', 'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 2, @migc_revisions);

-- ---- Upgrade 3c94d6e2a815: Create orders
SELECT 'migc: 3 of 16: upgrade 3c94d6e2a815 Create orders' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '3c94d6e2a815', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 2),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 2),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '5b2ab0d82bfc204955c7e572e911ae75f0b88b637b619ce0af38213b12a046da'),
    (2, '773c0f120fb9dd375b280f4ab91bcecf6349a8bf1e9b3abe517edf2cd9ac852c'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 2);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 3c94d6e2a815 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 2 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [4] migrations/3c94d6e2a815_create_orders.mig:6  create table order
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'order'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 3c94d6e2a815: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'CREATE TABLE `order` (
  id BIGINT NOT NULL AUTO_INCREMENT,
  customer_id BIGINT NOT NULL,
  placed_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  status VARCHAR(20) NOT NULL DEFAULT ''open'',
  PRIMARY KEY (id),
  CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT order_status_known CHECK (status IN (''open'', ''paid'', ''shipped'', ''cancelled'')),
  INDEX order_customer_id_placed_at_idx (customer_id, placed_at DESC)
)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [5] migrations/3c94d6e2a815_create_orders.mig:15  create table order_item
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'order_item'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of 3c94d6e2a815: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'CREATE TABLE order_item (
  order_id BIGINT NOT NULL,
  line SMALLINT NOT NULL,
  product_id BIGINT NOT NULL,
  quantity INT NOT NULL DEFAULT 1,
  unit_price DECIMAL(8,2) NOT NULL,
  CONSTRAINT order_item_order_id_fkey FOREIGN KEY (order_id) REFERENCES `order` (id) ON DELETE CASCADE,
  CONSTRAINT order_item_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id),
  PRIMARY KEY (order_id, line),
  CONSTRAINT order_item_quantity_check CHECK (quantity > 0),
  INDEX order_item_product_id_fkey (product_id)
)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 3c94d6e2a815 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = '2b8e51c0d3f7' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 3c94d6e2a815 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '3c94d6e2a815' WHERE version_num = '2b8e51c0d3f7' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 3c94d6e2a815 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '3c94d6e2a815' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '3c94d6e2a815', 'upgrade', 'Create orders', 'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 3, @migc_revisions);

-- ---- Upgrade 4da7f3b09c26: Add countries
SELECT 'migc: 4 of 16: upgrade 4da7f3b09c26 Add countries' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '4da7f3b09c26', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 3),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 3),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '70be2d2229d1a1425416920eb6f48f1274441fc1c0489d0963239e3b89496bbd'),
    (2, 'f3d817e62875bf86ae31f7f839abb22d9165ff7e84fbcabb2580a0b5bf2f6db4'),
    (3, 'df3679a15557c59051905509912bb4109c28fd2b4556797a46aadecf73f26543'),
    (4, '9205e9a429946969f385d7374692b0f5ef4ae9fc97fa80a8c8c196537ae56ff3'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 3);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 4da7f3b09c26 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 3 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [6] migrations/4da7f3b09c26_add_countries.mig:6  create table country
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'country'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 4da7f3b09c26: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'CREATE TABLE country (
  code CHAR(2) NOT NULL,
  name VARCHAR(80) NOT NULL,
  PRIMARY KEY (code)
)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [7] migrations/4da7f3b09c26_add_countries.mig:10  insert 5 rows into country
SET @migc_n = 2, @migc_sql = 'INSERT INTO country (code, name) VALUES
  (''DE'', ''Germany''),
  (''FR'', ''France''),
  (''GB'', ''United Kingdom''),
  (''US'', ''United States''),
  (''CI'', ''Côte d''''Ivoire'')';
START TRANSACTION; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_done; COMMIT;
SET @migc_step = IF(@@error_count = 0, @migc_step, NULL); DEALLOCATE PREPARE migc_do;

-- [8] migrations/4da7f3b09c26_add_countries.mig:11  insert 2 rows into country
SET @migc_n = 3, @migc_sql = 'INSERT INTO country (code, name) VALUES
  (''CH'', ''Switzerland''),
  (''AT'', ''Austria'')';
START TRANSACTION; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_done; COMMIT;
SET @migc_step = IF(@@error_count = 0, @migc_step, NULL); DEALLOCATE PREPARE migc_do;

-- [9] migrations/4da7f3b09c26_add_countries.mig:15  add column customer.country_code
SET @migc_there = IF(@migc_step = 3, (SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'customer' AND column_name = 'country_code'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 4, 'step 4 of 4da7f3b09c26: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 4, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 4, @migc_sql = 'ALTER TABLE customer
  ADD COLUMN country_code CHAR(2),
  ADD INDEX customer_country_code_fkey (country_code),
  ADD CONSTRAINT customer_country_code_fkey FOREIGN KEY (country_code) REFERENCES country (code)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 4da7f3b09c26 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 4 AND NOT (@migc_count = 1 AND @migc_here = '3c94d6e2a815' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 4da7f3b09c26 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '4da7f3b09c26' WHERE version_num = '3c94d6e2a815' AND @migc_step = 4;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 4 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 4da7f3b09c26 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '4da7f3b09c26' AND @migc_step = 4;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '4da7f3b09c26', 'upgrade', 'Add countries', '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 4;
COMMIT;
SET @migc_revisions = IF(@migc_step = 4 AND @@error_count = 0, 4, @migc_revisions);

-- ---- Upgrade 5e13a8c7f402: Find customers by name without blocking writers
SELECT 'migc: 5 of 16: upgrade 5e13a8c7f402 Find customers by name without blocking writers' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '5e13a8c7f402', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 4),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 4),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '41ae701719593241a0e7da7209c9c76e54c7cc37f1067593f609be8fb6fa4f02'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 4);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 5e13a8c7f402 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 4 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [10] migrations/5e13a8c7f402_find_customers_by_name.mig:11  create index customer_name_idx on customer
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'customer' AND index_name = 'customer_name_idx'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 5e13a8c7f402: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'CREATE INDEX customer_name_idx ON customer (full_name) ALGORITHM=INPLACE LOCK=NONE';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 5e13a8c7f402 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 1 AND @migc_here = '4da7f3b09c26' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 5e13a8c7f402 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '5e13a8c7f402' WHERE version_num = '4da7f3b09c26' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 5e13a8c7f402 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '5e13a8c7f402' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '5e13a8c7f402', 'upgrade', 'Find customers by name without blocking writers', '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 5, @migc_revisions);

-- ---- Upgrade 6f42b9d10e58: Call it display_name
SELECT 'migc: 6 of 16: upgrade 6f42b9d10e58 Call it display_name' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '6f42b9d10e58', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 5),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 5),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '0211719c5385a24a42fcda8e22b03568faad4f931814e120020e535940bbd944'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 5);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 6f42b9d10e58 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 5 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [11] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.full_name to display_name
SET @migc_there = IF(@migc_step = 0, (SELECT (SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'customer' AND column_name = 'display_name') AND (SELECT COUNT(*) = 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'customer' AND column_name = 'full_name')), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 6f42b9d10e58: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE customer RENAME COLUMN full_name TO display_name';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 6f42b9d10e58 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 1 AND @migc_here = '5e13a8c7f402' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 6f42b9d10e58 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '6f42b9d10e58' WHERE version_num = '5e13a8c7f402' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 6f42b9d10e58 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '6f42b9d10e58' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '6f42b9d10e58', 'upgrade', 'Call it display_name', 'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 6, @migc_revisions);

-- ---- Upgrade 70b5c4e8a963: Prices with four decimals
SELECT 'migc: 7 of 16: upgrade 70b5c4e8a963 Prices with four decimals' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '70b5c4e8a963', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 6),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 6),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '47f1d814ef761d2f3f422fdd6355973836ea6de43c71ca9ad0c540018e03f3c3'),
    (2, 'c008055a223d6b6a0f37313152bf83046a3dae2859eb5dbdc70a1bce7d2b7539'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 6);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 70b5c4e8a963 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 6 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [12] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(12,4), set default of product.price
SET @migc_n = 1, @migc_sql = 'ALTER TABLE product MODIFY COLUMN price DECIMAL(12,4) NOT NULL DEFAULT 0';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [13] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(12,4)
SET @migc_n = 2, @migc_sql = 'ALTER TABLE order_item MODIFY COLUMN unit_price DECIMAL(12,4) NOT NULL';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 70b5c4e8a963 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = '6f42b9d10e58' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 70b5c4e8a963 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '70b5c4e8a963' WHERE version_num = '6f42b9d10e58' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 70b5c4e8a963 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '70b5c4e8a963' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '70b5c4e8a963', 'upgrade', 'Prices with four decimals', '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 7, @migc_revisions);

-- ---- Upgrade 81c6d5f9ba74: Line totals
SELECT 'migc: 8 of 16: upgrade 81c6d5f9ba74 Line totals' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '81c6d5f9ba74', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 7),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 7),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'ed0f4812113043d7f977bc9b0ef57b13df50fb637ae2387ac09830a1d61a52e3'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 7);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 81c6d5f9ba74 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 7 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [14] migrations/81c6d5f9ba74_line_totals.mig:8  add column order_item.line_total
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'order_item' AND column_name = 'line_total'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 81c6d5f9ba74: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE order_item ADD COLUMN line_total DECIMAL(14,4) GENERATED ALWAYS AS (quantity * unit_price) VIRTUAL';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 81c6d5f9ba74 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 1 AND @migc_here = '70b5c4e8a963' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 81c6d5f9ba74 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '81c6d5f9ba74' WHERE version_num = '70b5c4e8a963' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 81c6d5f9ba74 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '81c6d5f9ba74' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '81c6d5f9ba74', 'upgrade', 'Line totals', '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 8, @migc_revisions);

-- ---- Upgrade b4f908c2eda7: Shipments
SELECT 'migc: 9 of 16: upgrade b4f908c2eda7 Shipments' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'b4f908c2eda7', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 8),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 8),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '623d476c4a30c73f8a3fcf1a7c5535fd6b515ac83f134cbf4e8087bcee8d7d49'),
    (2, 'b1fd6748e5559ab665ab046c54cbd511217a9a0653cf45c258de9ec73f816b79'),
    (3, '8e207826e45ea55fc12b787d9199a7b4f38e4cf308ae7364271110f973ce6840'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 8);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision b4f908c2eda7 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 8 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [15] migrations/b4f908c2eda7_shipments.mig:7  create table carrier
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'carrier'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of b4f908c2eda7: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'CREATE TABLE carrier (
  code VARCHAR(10) NOT NULL,
  name VARCHAR(80) NOT NULL,
  PRIMARY KEY (code)
)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [16] migrations/b4f908c2eda7_shipments.mig:11  insert 2 rows into carrier
SET @migc_n = 2, @migc_sql = 'INSERT INTO carrier (code, name) VALUES
  (''DHL'', ''DHL Paket''),
  (''GLS'', ''GLS'')';
START TRANSACTION; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_done; COMMIT;
SET @migc_step = IF(@@error_count = 0, @migc_step, NULL); DEALLOCATE PREPARE migc_do;

-- [17] migrations/b4f908c2eda7_shipments.mig:13  create table shipment
SET @migc_there = IF(@migc_step = 2, (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'shipment'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 3, 'step 3 of b4f908c2eda7: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 3, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 3, @migc_sql = 'CREATE TABLE shipment (
  id BIGINT NOT NULL AUTO_INCREMENT,
  order_id BIGINT NOT NULL,
  carrier_code VARCHAR(10) NOT NULL,
  tracking VARCHAR(60),
  shipped_at TIMESTAMP NULL,
  PRIMARY KEY (id),
  CONSTRAINT shipment_order_id_fkey FOREIGN KEY (order_id) REFERENCES `order` (id) ON DELETE CASCADE,
  CONSTRAINT shipment_carrier_code_fkey FOREIGN KEY (carrier_code) REFERENCES carrier (code),
  INDEX shipment_order_id_fkey (order_id),
  INDEX shipment_carrier_code_fkey (carrier_code)
)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- b4f908c2eda7 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 3 AND NOT (@migc_count = 1 AND @migc_here = '81c6d5f9ba74' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision b4f908c2eda7 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'b4f908c2eda7' WHERE version_num = '81c6d5f9ba74' AND @migc_step = 3;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 3 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision b4f908c2eda7 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'b4f908c2eda7' AND @migc_step = 3;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'b4f908c2eda7', 'upgrade', 'Shipments', 'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 3;
COMMIT;
SET @migc_revisions = IF(@migc_step = 3 AND @@error_count = 0, 9, @migc_revisions);

-- ---- Upgrade 92d7e6a0cb85: Invoices
SELECT 'migc: 10 of 16: upgrade 92d7e6a0cb85 Invoices' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '92d7e6a0cb85', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 9),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 9),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'b6c53c98826bf5cf7cf11e7f5150ac548e73a283356fc5bc7d75c57c08e19abd'),
    (2, 'e60b5580f024494bed7524a4a6f81cf8689108bea2b99f25cb20445578343933'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 9);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 92d7e6a0cb85 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 9 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [18] migrations/92d7e6a0cb85_invoices.mig:7  create table invoice
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'invoice'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 92d7e6a0cb85: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'CREATE TABLE invoice (
  id BIGINT NOT NULL AUTO_INCREMENT,
  order_id BIGINT NOT NULL,
  number VARCHAR(20) NOT NULL,
  issued_on DATE NOT NULL DEFAULT (CURRENT_DATE),
  paid BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  CONSTRAINT invoice_order_id_key UNIQUE (order_id),
  CONSTRAINT invoice_order_id_fkey FOREIGN KEY (order_id) REFERENCES `order` (id)
)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [19] migrations/92d7e6a0cb85_invoices.mig:14  create unique index invoice_number_key on invoice
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) > 0 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'invoice' AND index_name = 'invoice_number_key'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of 92d7e6a0cb85: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'CREATE UNIQUE INDEX invoice_number_key ON invoice (number)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 92d7e6a0cb85 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = 'b4f908c2eda7' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 92d7e6a0cb85 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
INSERT INTO migc_version (version_num) SELECT '92d7e6a0cb85' FROM DUAL WHERE @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 92d7e6a0cb85 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '92d7e6a0cb85' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '92d7e6a0cb85', 'upgrade', 'Invoices', 'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 10, @migc_revisions);

-- ---- Upgrade a3e8f7b1dc96: Find open invoices fast
SELECT 'migc: 11 of 16: upgrade a3e8f7b1dc96 Find open invoices fast' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'a3e8f7b1dc96', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 10),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 10),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '7c9c991cec406afe50c24b0f8370906692493cb12bcf331268667018c6edfd98'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 10);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision a3e8f7b1dc96 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 10 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [20] migrations/a3e8f7b1dc96_open_invoices.mig:8  create index invoice_open_idx on invoice
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'invoice' AND index_name = 'invoice_open_idx'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of a3e8f7b1dc96: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'CREATE INDEX invoice_open_idx ON invoice (paid, issued_on)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- a3e8f7b1dc96 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 2 AND @migc_here = '92d7e6a0cb85, b4f908c2eda7' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision a3e8f7b1dc96 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'a3e8f7b1dc96' WHERE version_num = '92d7e6a0cb85' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision a3e8f7b1dc96 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'a3e8f7b1dc96' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'a3e8f7b1dc96', 'upgrade', 'Find open invoices fast', '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 11, @migc_revisions);

-- ---- Upgrade c50a19d3feb8: Merge billing and shipping
SELECT 'migc: 12 of 16: upgrade c50a19d3feb8 Merge billing and shipping' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'c50a19d3feb8', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 11),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 11),
  @migc_other = (SELECT COUNT(*) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 11);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision c50a19d3feb8 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 11 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- c50a19d3feb8 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 0 AND NOT (@migc_count = 2 AND @migc_here = 'a3e8f7b1dc96, b4f908c2eda7' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision c50a19d3feb8 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
DELETE FROM migc_version WHERE version_num = 'a3e8f7b1dc96' AND @migc_step = 0;
SET @migc_rows = @migc_rows + ROW_COUNT();
UPDATE migc_version SET version_num = 'c50a19d3feb8' WHERE version_num = 'b4f908c2eda7' AND @migc_step = 0;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 0 AND @migc_rows <> 2, 'table migc_version does not hold what it held; revision c50a19d3feb8 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'c50a19d3feb8' AND @migc_step = 0;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'c50a19d3feb8', 'upgrade', 'Merge billing and shipping', '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 0;
COMMIT;
SET @migc_revisions = IF(@migc_step = 0 AND @@error_count = 0, 12, @migc_revisions);

-- ---- Upgrade d61b2ae40fc9: Notes on customers, and who to ask
SELECT 'migc: 13 of 16: upgrade d61b2ae40fc9 Notes on customers, and who to ask' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'd61b2ae40fc9', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 12),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 12),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '42224eac4b6494ee0a52eb730bc43d1c1865e2c586e3f0bece63f7476190fbfe'),
    (2, '1329387c79fa56bea7b30b38290bd83246e04a392d270bc8554a7d08c91cd392'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 12);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision d61b2ae40fc9 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 12 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [21] migrations/d61b2ae40fc9_customer_notes.mig:7  add column customer.note, add column customer.contact
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'customer' AND column_name = 'note'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of d61b2ae40fc9: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE customer
  ADD COLUMN note TEXT,
  ADD COLUMN contact VARCHAR(320) NOT NULL DEFAULT ''help@shop.example''';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [22] migrations/d61b2ae40fc9_customer_notes.mig:9  comment on column customer.note
SET @migc_n = 2, @migc_sql = 'ALTER TABLE customer MODIFY COLUMN note TEXT COMMENT ''Written by the support desk; never shown to the customer''';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- d61b2ae40fc9 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = 'c50a19d3feb8' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision d61b2ae40fc9 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'd61b2ae40fc9' WHERE version_num = 'c50a19d3feb8' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision d61b2ae40fc9 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'd61b2ae40fc9' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'd61b2ae40fc9', 'upgrade', 'Notes on customers, and who to ask', '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 13, @migc_revisions);

-- ---- Upgrade e72c3bf510da: A view of open orders
SELECT 'migc: 14 of 16: upgrade e72c3bf510da A view of open orders' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'e72c3bf510da', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 13),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 13),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '3dcb946b9520708d55d873004b9c78060f02e43ef171b88f3c453ca1fba86be6'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 13);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision e72c3bf510da was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  WHEN @migc_begun IN (1) THEN CONCAT('step ', @migc_begun, ' of e72c3bf510da was begun: if it took effect, set its state in migc_step to done, else delete its row; then run again')
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 13 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [23] migrations/e72c3bf510da_open_orders_view.mig:8  run raw SQL
SET @migc_n = 1, @migc_sql = 'CREATE VIEW open_order AS
SELECT o.id, o.placed_at, c.display_name
FROM `order` o JOIN customer c ON c.id = o.customer_id
WHERE o.status = ''open''';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- e72c3bf510da is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 1 AND @migc_here = 'd61b2ae40fc9' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision e72c3bf510da is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'e72c3bf510da' WHERE version_num = 'd61b2ae40fc9' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision e72c3bf510da is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'e72c3bf510da' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'e72c3bf510da', 'upgrade', 'A view of open orders', '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 14, @migc_revisions);

-- ---- Upgrade f83d4c0621eb: Every order has a channel
SELECT 'migc: 15 of 16: upgrade f83d4c0621eb Every order has a channel' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'f83d4c0621eb', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 14),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 14),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (2, 'd955afa9f39f7dd656599d9db5c8be65e577e54a462f847e760633db20953933'),
    (3, 'c74b3938ecc44f97b32507819493d5325f1f0010a81e690c3933727c89d6c11c'),
    (4, '8d30546e6c8cbcf1392ec20d3b5bb2ae9f1ac055575b874bdcce8bfb1ec37444'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 14);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision f83d4c0621eb was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 14 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [24] migrations/f83d4c0621eb_every_order_has_a_channel.mig:6  require: there are customers without an e-mail address; ask the support desk first
SET @migc_answer = NULL;
SET @migc_n = 1, @migc_sql = 'SELECT (
SELECT count(*) = 0 FROM customer WHERE email = ''''
) INTO @migc_answer';
SET @migc_asked = COALESCE(@migc_step = @migc_n - 1, @migc_fresh); SET @migc_due = IF(@migc_asked, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;
SET @migc_stop = IF(@migc_asked AND @migc_answer IS NOT TRUE, 'there are customers without an e-mail address; ask the support desk first', '');
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET @migc_step = IF(@migc_stop <> '', NULL, IF(@migc_step = @migc_n - 1, @migc_n, @migc_step));
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [25] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  add column order.channel
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'order' AND column_name = 'channel'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of f83d4c0621eb: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'ALTER TABLE `order` ADD COLUMN channel VARCHAR(10)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [26] migrations/f83d4c0621eb_every_order_has_a_channel.mig:8  update rows of order
SET @migc_n = 3, @migc_sql = 'UPDATE `order` SET channel = ''web'' WHERE channel IS NULL';
START TRANSACTION; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_done; COMMIT;
SET @migc_step = IF(@@error_count = 0, @migc_step, NULL); DEALLOCATE PREPARE migc_do;

-- [27] migrations/f83d4c0621eb_every_order_has_a_channel.mig:10  set default of order.channel, set not null on order.channel, add check constraint order_channel_known to order
SET @migc_there = IF(@migc_step = 3, (SELECT COUNT(*) > 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'order' AND constraint_name = 'order_channel_known'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 4, 'step 4 of f83d4c0621eb: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 4, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 4, @migc_sql = 'ALTER TABLE `order`
  MODIFY COLUMN channel VARCHAR(10) NOT NULL DEFAULT ''web'',
  ADD CONSTRAINT order_channel_known CHECK (channel IN (''web'', ''phone'', ''shop''))';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- f83d4c0621eb is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 4 AND NOT (@migc_count = 1 AND @migc_here = 'e72c3bf510da' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision f83d4c0621eb is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'f83d4c0621eb' WHERE version_num = 'e72c3bf510da' AND @migc_step = 4;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 4 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision f83d4c0621eb is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'f83d4c0621eb' AND @migc_step = 4;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'f83d4c0621eb', 'upgrade', 'Every order has a channel', 'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 4;
COMMIT;
SET @migc_revisions = IF(@migc_step = 4 AND @@error_count = 0, 15, @migc_revisions);

-- ---- Upgrade 094e5d1732fc: Drop the old codes
SELECT 'migc: 16 of 16: upgrade 094e5d1732fc Drop the old codes' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '094e5d1732fc', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 15),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 15),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '41f583fe9fd1e6261983ee16e183fb79618e9fad0d5007c3e50b831a38712426'),
    (2, '11f1711e0db0f21f5b9e659a4a20ebdb10d954c351ea8468564c04585c333f32'),
    (3, 'ee7c9a7ff203f642bb1c789a1fa0507ec2e76a91a22e8d239898c49c6ef26634'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 15);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 094e5d1732fc was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 15 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [28] migrations/094e5d1732fc_drop_the_old_codes.mig:7  drop column product.old_code
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'product' AND column_name = 'old_code'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 094e5d1732fc: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE product DROP COLUMN old_code';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [29] migrations/094e5d1732fc_drop_the_old_codes.mig:8  rename constraint product_price_positive of product to product_price_check
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) = 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'product' AND constraint_name = 'product_price_positive'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of 094e5d1732fc: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'ALTER TABLE product
  DROP CONSTRAINT product_price_positive,
  ADD CONSTRAINT product_price_check CHECK (price >= 0)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [30] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table category to product_category
SET @migc_there = IF(@migc_step = 2, (SELECT (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'product_category') AND (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'category')), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 3, 'step 3 of 094e5d1732fc: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 3, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 3, @migc_sql = 'RENAME TABLE category TO product_category';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 094e5d1732fc is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 3 AND NOT (@migc_count = 1 AND @migc_here = 'f83d4c0621eb' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 094e5d1732fc is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '094e5d1732fc' WHERE version_num = 'f83d4c0621eb' AND @migc_step = 3;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 3 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 094e5d1732fc is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision IN ('094e5d1732fc', '') AND @migc_step = 3;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '094e5d1732fc', 'upgrade', 'Drop the old codes', 'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', '0a037c7dc978764a0ea99bc08bb22816843f2748b6da8b1e285277c44ddf7864', USER() FROM DUAL WHERE @migc_step = 3;
COMMIT;
SET @migc_revisions = IF(@migc_step = 3 AND @@error_count = 0, 16, @migc_revisions);

DELETE FROM migc_step WHERE revision = '' AND @migc_revisions = 16;
DO RELEASE_LOCK(@migc_lock);

-- For the ticket
SELECT 'MIGC-RECEIPT 1 mariadb base 094e5d1732fc 0a037c7dc978 16' AS receipt FROM DUAL WHERE @migc_revisions = 16;
