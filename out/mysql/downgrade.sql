-- Downgrade of a MySQL database from 094e5d1732fc to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from 094e5d1732fc --to base --downgrade --dialect mysql --target-version 8.0.16 -D
--                support_email=help@shop.example
-- Made for:      mysql (MySQL 8.0.16 or newer)
-- Apply with:    mysql --default-character-set=utf8mb4 DATABASE < THIS_FILE (or mariadb)
-- Direction:     downgrade
-- From:          094e5d1732fc
-- To:            base
-- SHA-256:       36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87 (of this script, with zeros in the place of this number)
-- Takes:         a lock of its own by GET_LOCK while it runs, so that one script of migc runs at a time on the database of migc_version
--                of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [5] drop column order.channel
--                [8] drop column customer.contact, drop column customer.note
--                [11] drop table invoice
--                [12] drop table shipment
--                [14] drop table carrier
--                [15] drop column order_item.line_total
--                [16] change type of order_item.unit_price to decimal(8,2)
--                [17] drop default of product.price, change type of product.price to decimal(8,2)
--                [20] drop column customer.country_code
--                [23] drop table country
--                [24] drop table order_item
--                [25] drop table order
--                [26] drop table product
--                [27] drop table category
--                [28] drop table customer
--
-- Revisions, in the order in which they run:
--   094e5d1732fc  Drop the old codes
--     migrations/094e5d1732fc_drop_the_old_codes.mig  SHA-256 cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489
--   f83d4c0621eb  Every order has a channel
--     migrations/f83d4c0621eb_every_order_has_a_channel.mig  SHA-256 f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c
--   e72c3bf510da  A view of open orders
--     migrations/e72c3bf510da_open_orders_view.mig  SHA-256 522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d
--   d61b2ae40fc9  Notes on customers, and who to ask
--     migrations/d61b2ae40fc9_customer_notes.mig  SHA-256 6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83
--   c50a19d3feb8  Merge billing and shipping
--     migrations/c50a19d3feb8_merge_billing_and_shipping.mig  SHA-256 3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64
--   a3e8f7b1dc96  Find open invoices fast
--     migrations/a3e8f7b1dc96_open_invoices.mig  SHA-256 7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6
--   92d7e6a0cb85  Invoices
--     migrations/92d7e6a0cb85_invoices.mig  SHA-256 d70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07
--   b4f908c2eda7  Shipments
--     migrations/b4f908c2eda7_shipments.mig  SHA-256 c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99
--   81c6d5f9ba74  Line totals
--     migrations/81c6d5f9ba74_line_totals.mig  SHA-256 6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada
--   70b5c4e8a963  Prices with four decimals
--     migrations/70b5c4e8a963_prices_with_four_decimals.mig  SHA-256 254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6
--   6f42b9d10e58  Call it display_name
--     migrations/6f42b9d10e58_call_it_display_name.mig  SHA-256 b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6
--   5e13a8c7f402  Find customers by name without blocking writers
--     migrations/5e13a8c7f402_find_customers_by_name.mig  SHA-256 34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84
--   4da7f3b09c26  Add countries
--     migrations/4da7f3b09c26_add_countries.mig  SHA-256 4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0
--     migrations/data/countries.csv  SHA-256 1b134622af6e80edf6a4c0cebb50dcff754bc8fb09ffc318ba380b2db63c4282
--   3c94d6e2a815  Create orders
--     migrations/3c94d6e2a815_create_orders.mig  SHA-256 b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19
--   2b8e51c0d3f7  Create the catalog
--     migrations/2b8e51c0d3f7_create_the_catalog.mig  SHA-256 daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1
--   1f0c2a7d94b1  Create customers
--     migrations/1f0c2a7d94b1_create_customers.mig  SHA-256 28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711

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
  WHEN SUBSTRING_INDEX(@migc_version, '.', 1) * 1000000 + SUBSTRING_INDEX(SUBSTRING_INDEX(@migc_version, '.', 2), '.', -1) * 1000 + SUBSTRING_INDEX(@migc_version, '.', -1) < 8000016 THEN CONCAT('this script is for MySQL 8.0.16 or newer, and this server is ', VERSION(), '; nothing was changed')
  WHEN NOT @migc_locked <=> 1 THEN 'another session has been applying migrations to this database for a day; nothing was changed'
  WHEN NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_version') THEN 'there is no table migc_version, so no migration was recorded in this database, and this script starts at 094e5d1732fc; nothing was changed'
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
  WHEN @migc_count = 1 AND @migc_here = '094e5d1732fc' COLLATE utf8mb4_bin THEN 0
  WHEN @migc_count = 1 AND @migc_here = 'f83d4c0621eb' COLLATE utf8mb4_bin THEN 1
  WHEN @migc_count = 1 AND @migc_here = 'e72c3bf510da' COLLATE utf8mb4_bin THEN 2
  WHEN @migc_count = 1 AND @migc_here = 'd61b2ae40fc9' COLLATE utf8mb4_bin THEN 3
  WHEN @migc_count = 1 AND @migc_here = 'c50a19d3feb8' COLLATE utf8mb4_bin THEN 4
  WHEN @migc_count = 2 AND @migc_here = 'a3e8f7b1dc96, b4f908c2eda7' COLLATE utf8mb4_bin THEN 5
  WHEN @migc_count = 2 AND @migc_here = '92d7e6a0cb85, b4f908c2eda7' COLLATE utf8mb4_bin THEN 6
  WHEN @migc_count = 1 AND @migc_here = 'b4f908c2eda7' COLLATE utf8mb4_bin THEN 7
  WHEN @migc_count = 1 AND @migc_here = '81c6d5f9ba74' COLLATE utf8mb4_bin THEN 8
  WHEN @migc_count = 1 AND @migc_here = '70b5c4e8a963' COLLATE utf8mb4_bin THEN 9
  WHEN @migc_count = 1 AND @migc_here = '6f42b9d10e58' COLLATE utf8mb4_bin THEN 10
  WHEN @migc_count = 1 AND @migc_here = '5e13a8c7f402' COLLATE utf8mb4_bin THEN 11
  WHEN @migc_count = 1 AND @migc_here = '4da7f3b09c26' COLLATE utf8mb4_bin THEN 12
  WHEN @migc_count = 1 AND @migc_here = '3c94d6e2a815' COLLATE utf8mb4_bin THEN 13
  WHEN @migc_count = 1 AND @migc_here = '2b8e51c0d3f7' COLLATE utf8mb4_bin THEN 14
  WHEN @migc_count = 1 AND @migc_here = '1f0c2a7d94b1' COLLATE utf8mb4_bin THEN 15
  WHEN @migc_count = 0 THEN 16
  END;
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_revisions = 16 THEN 'this database is at base already, where this script leads; nothing was changed'
  WHEN @migc_revisions IS NULL THEN CONCAT('this database is at ', IF(@migc_count = 0, 'base', @migc_here), ', and this script starts at 094e5d1732fc; nothing was changed')
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
  @migc_other = (SELECT MAX(IF(revision NOT IN ('', ELT(@migc_revisions + 1, '094e5d1732fc', 'f83d4c0621eb', 'e72c3bf510da', 'd61b2ae40fc9', 'c50a19d3feb8', 'a3e8f7b1dc96', '92d7e6a0cb85', 'b4f908c2eda7', '81c6d5f9ba74', '70b5c4e8a963', '6f42b9d10e58', '5e13a8c7f402', '4da7f3b09c26', '3c94d6e2a815', '2b8e51c0d3f7', '1f0c2a7d94b1')), revision, NULL)) FROM migc_step);
SET @migc_stop = CASE
  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop
  WHEN @migc_other IS NOT NULL THEN CONCAT('revision ', @migc_other, ' was begun by another script and is not complete; let that one end first')
  WHEN @migc_revisions > 0 AND NOT @migc_run <=> '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87' THEN CONCAT('this database is at ', @migc_here, ', where no run of this script left it; this script starts at 094e5d1732fc')
  ELSE '' END;
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_fresh = @migc_revisions = 0 AND @migc_run IS NULL;

-- This run, and what is said to the ledger around each step.
DELETE FROM migc_step WHERE revision = '' AND @migc_revisions IS NOT NULL;
INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT '', 0, '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', 'started' FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '', @migc_n = 0, @migc_step = 0, @migc_sql = '', @migc_due = '';
PREPARE migc_begin FROM 'INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ''started'' FROM DUAL WHERE @migc_step = @migc_n - 1 ON DUPLICATE KEY UPDATE statement_sha256 = SHA2(@migc_sql, 256), state = ''started''';
PREPARE migc_end FROM 'UPDATE migc_step SET state = ''done'' WHERE revision = @migc_revision AND step = @migc_n AND @migc_step = @migc_n';
PREPARE migc_done FROM 'INSERT INTO migc_step (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ''done'' FROM DUAL WHERE @migc_step = @migc_n AND @migc_due <> ''DO 0''';
SET @migc_step = NULL;

-- ---- Downgrade 094e5d1732fc: Drop the old codes
SELECT 'migc: 1 of 16: downgrade 094e5d1732fc Drop the old codes' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '094e5d1732fc', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'bf2e3dec234f48d2b02cb98bc6d9e2f348a74b8e9d48789e91a49cfb0bd72a16'),
    (2, 'a5623e78ad8b345384bd8f183c4eaad68ce5d09952c206d063e8c218cb6fd7f5'),
    (3, '74bc358944b5f6f7ae885d10954e7e30f15c36ece24c41254c9c393d467a5c4f'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 0);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 094e5d1732fc was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 0 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [1] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table product_category to category
SET @migc_there = IF(@migc_step = 0, (SELECT (SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'category') AND (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'product_category')), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 094e5d1732fc: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'RENAME TABLE product_category TO category';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [2] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rename constraint product_price_check of product to product_price_positive
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) = 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'product' AND constraint_name = 'product_price_check'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of 094e5d1732fc: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'ALTER TABLE product
  DROP CHECK product_price_check,
  ADD CONSTRAINT product_price_positive CHECK (price >= 0)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [3] migrations/094e5d1732fc_drop_the_old_codes.mig:6  add column product.old_code
SET @migc_there = IF(@migc_step = 2, (SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'product' AND column_name = 'old_code'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 3, 'step 3 of 094e5d1732fc: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 3, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 3, @migc_sql = 'ALTER TABLE product ADD COLUMN old_code VARCHAR(20) AFTER price';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 094e5d1732fc is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 3 AND NOT (@migc_count = 1 AND @migc_here = '094e5d1732fc' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 094e5d1732fc is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'f83d4c0621eb' WHERE version_num = '094e5d1732fc' AND @migc_step = 3;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 3 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 094e5d1732fc is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '094e5d1732fc' AND @migc_step = 3;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '094e5d1732fc', 'downgrade', 'Drop the old codes', 'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 3;
COMMIT;
SET @migc_revisions = IF(@migc_step = 3 AND @@error_count = 0, 1, @migc_revisions);

-- ---- Downgrade f83d4c0621eb: Every order has a channel
SELECT 'migc: 2 of 16: downgrade f83d4c0621eb Every order has a channel' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'f83d4c0621eb', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'a31b932ab78ec8cf773b02f47a6bad79e6fd017aebb4d53c71f9599a9c9582fb'),
    (2, '2cce7c4c4dff0ba33f3b9a2abc13db953fad5f18df5fc55e616fbbb1a14365e9'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 1);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision f83d4c0621eb was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 1 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [4] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop constraint order_channel_known of order, drop not null on order.channel, drop default of order.channel
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'order' AND constraint_name = 'order_channel_known'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of f83d4c0621eb: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE `order`
  DROP CHECK order_channel_known,
  MODIFY COLUMN channel VARCHAR(10)';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [5] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  drop column order.channel
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) = 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'order' AND column_name = 'channel'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of f83d4c0621eb: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'ALTER TABLE `order` DROP COLUMN channel';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- f83d4c0621eb is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = 'f83d4c0621eb' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision f83d4c0621eb is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'e72c3bf510da' WHERE version_num = 'f83d4c0621eb' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision f83d4c0621eb is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'f83d4c0621eb' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'f83d4c0621eb', 'downgrade', 'Every order has a channel', 'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 2, @migc_revisions);

-- ---- Downgrade e72c3bf510da: A view of open orders
SELECT 'migc: 3 of 16: downgrade e72c3bf510da A view of open orders' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'e72c3bf510da', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 2),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 2),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'c627e2804422b56272d315b69897c37eb8c31e735ddfa11a88035b3964ac9d87'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 2);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision e72c3bf510da was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  WHEN @migc_begun IN (1) THEN CONCAT('step ', @migc_begun, ' of e72c3bf510da was begun: if it took effect, set its state in migc_step to done, else delete its row; then run again')
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 2 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [6] migrations/e72c3bf510da_open_orders_view.mig:8  run raw SQL
SET @migc_n = 1, @migc_sql = 'DROP VIEW open_order';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- e72c3bf510da is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 1 AND @migc_here = 'e72c3bf510da' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision e72c3bf510da is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'd61b2ae40fc9' WHERE version_num = 'e72c3bf510da' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision e72c3bf510da is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'e72c3bf510da' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'e72c3bf510da', 'downgrade', 'A view of open orders', '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 3, @migc_revisions);

-- ---- Downgrade d61b2ae40fc9: Notes on customers, and who to ask
SELECT 'migc: 4 of 16: downgrade d61b2ae40fc9 Notes on customers, and who to ask' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'd61b2ae40fc9', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 3),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 3),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'ba0072d62d656d471bd60dee03dbce4015e1127431e6af8c7496c245e7f86d3d'),
    (2, 'f5e02c74b0e1635a51dfd94f277e36153b9eca49ff2255ce5d5ab5acb595cbb3'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 3);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision d61b2ae40fc9 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 3 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [7] migrations/d61b2ae40fc9_customer_notes.mig:9  remove comment of column customer.note
SET @migc_n = 1, @migc_sql = 'ALTER TABLE customer MODIFY COLUMN note TEXT';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [8] migrations/d61b2ae40fc9_customer_notes.mig:6  drop column customer.contact, drop column customer.note
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) = 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'customer' AND column_name = 'contact'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of d61b2ae40fc9: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'ALTER TABLE customer
  DROP COLUMN contact,
  DROP COLUMN note';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- d61b2ae40fc9 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = 'd61b2ae40fc9' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision d61b2ae40fc9 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = 'c50a19d3feb8' WHERE version_num = 'd61b2ae40fc9' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision d61b2ae40fc9 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'd61b2ae40fc9' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'd61b2ae40fc9', 'downgrade', 'Notes on customers, and who to ask', '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 4, @migc_revisions);

-- ---- Downgrade c50a19d3feb8: Merge billing and shipping
SELECT 'migc: 5 of 16: downgrade c50a19d3feb8 Merge billing and shipping' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'c50a19d3feb8', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 4),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 4),
  @migc_other = (SELECT COUNT(*) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 4);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision c50a19d3feb8 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 4 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- c50a19d3feb8 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 0 AND NOT (@migc_count = 1 AND @migc_here = 'c50a19d3feb8' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision c50a19d3feb8 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
INSERT INTO migc_version (version_num) SELECT 'a3e8f7b1dc96' FROM DUAL WHERE @migc_step = 0;
SET @migc_rows = @migc_rows + ROW_COUNT();
UPDATE migc_version SET version_num = 'b4f908c2eda7' WHERE version_num = 'c50a19d3feb8' AND @migc_step = 0;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 0 AND @migc_rows <> 2, 'table migc_version does not hold what it held; revision c50a19d3feb8 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'c50a19d3feb8' AND @migc_step = 0;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'c50a19d3feb8', 'downgrade', 'Merge billing and shipping', '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 0;
COMMIT;
SET @migc_revisions = IF(@migc_step = 0 AND @@error_count = 0, 5, @migc_revisions);

-- ---- Downgrade a3e8f7b1dc96: Find open invoices fast
SELECT 'migc: 6 of 16: downgrade a3e8f7b1dc96 Find open invoices fast' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'a3e8f7b1dc96', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 5),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 5),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '129e6ce927bc631c1a0fbdde11ef2a806432d36497811e72b31aa7413e990b38'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 5);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision a3e8f7b1dc96 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 5 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [9] migrations/a3e8f7b1dc96_open_invoices.mig:8  drop index invoice_open_idx on invoice
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'invoice' AND index_name = 'invoice_open_idx'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of a3e8f7b1dc96: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'DROP INDEX invoice_open_idx ON invoice';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- a3e8f7b1dc96 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 2 AND @migc_here = 'a3e8f7b1dc96, b4f908c2eda7' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision a3e8f7b1dc96 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '92d7e6a0cb85' WHERE version_num = 'a3e8f7b1dc96' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision a3e8f7b1dc96 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'a3e8f7b1dc96' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'a3e8f7b1dc96', 'downgrade', 'Find open invoices fast', '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 6, @migc_revisions);

-- ---- Downgrade 92d7e6a0cb85: Invoices
SELECT 'migc: 7 of 16: downgrade 92d7e6a0cb85 Invoices' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '92d7e6a0cb85', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 6),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 6),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '50d6a32fdd368928ace13eb62d2dd1d7e323192125597fef8d6a88c7682407b0'),
    (2, '7042df6767f0a7834d9ddc4c22e4e723b11fef7cb97e1c740c8614a7fbe31725'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 6);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 92d7e6a0cb85 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 6 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [10] migrations/92d7e6a0cb85_invoices.mig:14  drop index invoice_number_key on invoice
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'invoice' AND index_name = 'invoice_number_key'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 92d7e6a0cb85: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'DROP INDEX invoice_number_key ON invoice';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [11] migrations/92d7e6a0cb85_invoices.mig:7  drop table invoice
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'invoice'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of 92d7e6a0cb85: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'DROP TABLE invoice';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 92d7e6a0cb85 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 2 AND @migc_here = '92d7e6a0cb85, b4f908c2eda7' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 92d7e6a0cb85 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
DELETE FROM migc_version WHERE version_num = '92d7e6a0cb85' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 92d7e6a0cb85 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '92d7e6a0cb85' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '92d7e6a0cb85', 'downgrade', 'Invoices', 'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 7, @migc_revisions);

-- ---- Downgrade b4f908c2eda7: Shipments
SELECT 'migc: 8 of 16: downgrade b4f908c2eda7 Shipments' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = 'b4f908c2eda7', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 7),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 7),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '07f5beb98ece931169163552bf94c98a9d4084e86f4e142819140c2bf94f3d5a'),
    (2, '96a70f4e48543431ed521b54c48a90d1c35682efbba874e702ae33f41c66279b'),
    (3, '3cedc4aa4a813b4cb2d3cc0253c6777ae4cb47452156b0744fb579029948ebea'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 7);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision b4f908c2eda7 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 7 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [12] migrations/b4f908c2eda7_shipments.mig:13  drop table shipment
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'shipment'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of b4f908c2eda7: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'DROP TABLE shipment';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [13] migrations/b4f908c2eda7_shipments.mig:11  delete rows of carrier
SET @migc_n = 2, @migc_sql = 'DELETE FROM carrier WHERE code IN (''DHL'', ''GLS'')';
START TRANSACTION; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_done; COMMIT;
SET @migc_step = IF(@@error_count = 0, @migc_step, NULL); DEALLOCATE PREPARE migc_do;

-- [14] migrations/b4f908c2eda7_shipments.mig:7  drop table carrier
SET @migc_there = IF(@migc_step = 2, (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'carrier'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 3, 'step 3 of b4f908c2eda7: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 3, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 3, @migc_sql = 'DROP TABLE carrier';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- b4f908c2eda7 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 3 AND NOT (@migc_count = 1 AND @migc_here = 'b4f908c2eda7' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision b4f908c2eda7 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '81c6d5f9ba74' WHERE version_num = 'b4f908c2eda7' AND @migc_step = 3;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 3 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision b4f908c2eda7 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = 'b4f908c2eda7' AND @migc_step = 3;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT 'b4f908c2eda7', 'downgrade', 'Shipments', 'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 3;
COMMIT;
SET @migc_revisions = IF(@migc_step = 3 AND @@error_count = 0, 8, @migc_revisions);

-- ---- Downgrade 81c6d5f9ba74: Line totals
SELECT 'migc: 9 of 16: downgrade 81c6d5f9ba74 Line totals' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '81c6d5f9ba74', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 8),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 8),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '1909c863bc523b159d8ccd103fb51f77ed6c584bab281d5916661b7ff03b426c'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 8);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 81c6d5f9ba74 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 8 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [15] migrations/81c6d5f9ba74_line_totals.mig:7  drop column order_item.line_total
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'order_item' AND column_name = 'line_total'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 81c6d5f9ba74: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE order_item DROP COLUMN line_total';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 81c6d5f9ba74 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 1 AND @migc_here = '81c6d5f9ba74' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 81c6d5f9ba74 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '70b5c4e8a963' WHERE version_num = '81c6d5f9ba74' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 81c6d5f9ba74 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '81c6d5f9ba74' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '81c6d5f9ba74', 'downgrade', 'Line totals', '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 9, @migc_revisions);

-- ---- Downgrade 70b5c4e8a963: Prices with four decimals
SELECT 'migc: 10 of 16: downgrade 70b5c4e8a963 Prices with four decimals' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '70b5c4e8a963', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 9),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 9),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '8a0ecb80ef2254b7eab3da597e6b2e7ed9b0252733565c2ca9647b9cf51fa1e3'),
    (2, '38a61aee1adf777a6906c6aa375a294e5f50bbabf79167f374ad8409197c664f'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 9);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 70b5c4e8a963 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 9 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [16] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2)
SET @migc_n = 1, @migc_sql = 'ALTER TABLE order_item MODIFY COLUMN unit_price DECIMAL(8,2) NOT NULL';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [17] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  drop default of product.price, change type of product.price to decimal(8,2)
SET @migc_n = 2, @migc_sql = 'ALTER TABLE product MODIFY COLUMN price DECIMAL(8,2) NOT NULL';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 70b5c4e8a963 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = '70b5c4e8a963' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 70b5c4e8a963 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '6f42b9d10e58' WHERE version_num = '70b5c4e8a963' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 70b5c4e8a963 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '70b5c4e8a963' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '70b5c4e8a963', 'downgrade', 'Prices with four decimals', '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 10, @migc_revisions);

-- ---- Downgrade 6f42b9d10e58: Call it display_name
SELECT 'migc: 11 of 16: downgrade 6f42b9d10e58 Call it display_name' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '6f42b9d10e58', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 10),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 10),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '54c969ef2f79005916130a9116a89ced4a0c035ac4ca183b28715637f45a54b1'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 10);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 6f42b9d10e58 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 10 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [18] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.display_name to full_name
SET @migc_there = IF(@migc_step = 0, (SELECT (SELECT COUNT(*) > 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'customer' AND column_name = 'full_name') AND (SELECT COUNT(*) = 0 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'customer' AND column_name = 'display_name')), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 6f42b9d10e58: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE customer RENAME COLUMN display_name TO full_name';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 6f42b9d10e58 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 1 AND @migc_here = '6f42b9d10e58' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 6f42b9d10e58 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '5e13a8c7f402' WHERE version_num = '6f42b9d10e58' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 6f42b9d10e58 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '6f42b9d10e58' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '6f42b9d10e58', 'downgrade', 'Call it display_name', 'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 11, @migc_revisions);

-- ---- Downgrade 5e13a8c7f402: Find customers by name without blocking writers
SELECT 'migc: 12 of 16: downgrade 5e13a8c7f402 Find customers by name without blocking writers' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '5e13a8c7f402', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 11),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 11),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '59412baf9ca5851055ec937fce155eb7aca6348ecec6de4715a5482c56de61a7'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 11);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 5e13a8c7f402 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 11 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [19] migrations/5e13a8c7f402_find_customers_by_name.mig:13  drop index customer_name_idx on customer
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'customer' AND index_name = 'customer_name_idx'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 5e13a8c7f402: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE customer DROP INDEX customer_name_idx, ALGORITHM=INPLACE, LOCK=NONE';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 5e13a8c7f402 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 1 AND @migc_here = '5e13a8c7f402' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 5e13a8c7f402 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '4da7f3b09c26' WHERE version_num = '5e13a8c7f402' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 5e13a8c7f402 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '5e13a8c7f402' AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '5e13a8c7f402', 'downgrade', 'Find customers by name without blocking writers', '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 12, @migc_revisions);

-- ---- Downgrade 4da7f3b09c26: Add countries
SELECT 'migc: 13 of 16: downgrade 4da7f3b09c26 Add countries' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '4da7f3b09c26', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 12),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 12),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, '9d992bfd88b7c61485f8df969bcd37140c802af0547f3b6d50a8db474bf68c31'),
    (2, '9a4d06f5e4fc61ce80591b6740d8a6eeae4475cc0d4dac9bdd24df6400f1ecd4'),
    (3, 'e0ff766748fcf52682140306a484eb747f8818f3adda4622138bc69c313df39a'),
    (4, '7022524c5fb1f65b0b14864394f8a585531d43806ad3f4025378d11f961c214f'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 12);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 4da7f3b09c26 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 12 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [20] migrations/4da7f3b09c26_add_countries.mig:15  drop column customer.country_code
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'customer' AND constraint_name = 'customer_country_code_fkey'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 4da7f3b09c26: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'ALTER TABLE customer
  DROP FOREIGN KEY customer_country_code_fkey,
  DROP COLUMN country_code';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [21] migrations/4da7f3b09c26_add_countries.mig:11  delete rows of country
SET @migc_n = 2, @migc_sql = 'DELETE FROM country WHERE code IN (''CH'', ''AT'')';
START TRANSACTION; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_done; COMMIT;
SET @migc_step = IF(@@error_count = 0, @migc_step, NULL); DEALLOCATE PREPARE migc_do;

-- [22] migrations/4da7f3b09c26_add_countries.mig:10  delete rows of country
SET @migc_n = 3, @migc_sql = 'DELETE FROM country WHERE code IN (''DE'', ''FR'', ''GB'', ''US'', ''CI'')';
START TRANSACTION; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_done; COMMIT;
SET @migc_step = IF(@@error_count = 0, @migc_step, NULL); DEALLOCATE PREPARE migc_do;

-- [23] migrations/4da7f3b09c26_add_countries.mig:6  drop table country
SET @migc_there = IF(@migc_step = 3, (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'country'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 4, 'step 4 of 4da7f3b09c26: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 4, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 4, @migc_sql = 'DROP TABLE country';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 4da7f3b09c26 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 4 AND NOT (@migc_count = 1 AND @migc_here = '4da7f3b09c26' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 4da7f3b09c26 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '3c94d6e2a815' WHERE version_num = '4da7f3b09c26' AND @migc_step = 4;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 4 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 4da7f3b09c26 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '4da7f3b09c26' AND @migc_step = 4;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '4da7f3b09c26', 'downgrade', 'Add countries', '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 4;
COMMIT;
SET @migc_revisions = IF(@migc_step = 4 AND @@error_count = 0, 13, @migc_revisions);

-- ---- Downgrade 3c94d6e2a815: Create orders
SELECT 'migc: 14 of 16: downgrade 3c94d6e2a815 Create orders' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '3c94d6e2a815', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 13),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 13),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'd4449f56e48518004842ba5015e5685d9270c18ed208dac957c65a9d56a106aa'),
    (2, '84ca3478c1a660c2316c68633d49e4ec35456b68272301b1162cc8ac61fc6c2e'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 13);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 3c94d6e2a815 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 13 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [24] migrations/3c94d6e2a815_create_orders.mig:15  drop table order_item
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'order_item'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 3c94d6e2a815: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'DROP TABLE order_item';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [25] migrations/3c94d6e2a815_create_orders.mig:6  drop table order
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'order'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of 3c94d6e2a815: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'DROP TABLE `order`';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 3c94d6e2a815 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = '3c94d6e2a815' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 3c94d6e2a815 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '2b8e51c0d3f7' WHERE version_num = '3c94d6e2a815' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 3c94d6e2a815 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '3c94d6e2a815' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '3c94d6e2a815', 'downgrade', 'Create orders', 'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 14, @migc_revisions);

-- ---- Downgrade 2b8e51c0d3f7: Create the catalog
SELECT 'migc: 15 of 16: downgrade 2b8e51c0d3f7 Create the catalog' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '2b8e51c0d3f7', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 14),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 14),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'd242e1cac19e89aa9d32d0738b6331310618e6eb1c5753ccfee2b60aa20a64e0'),
    (2, 'cd359d0593bf200bc55be31b60fca63315e0a2e0f704c5bf16df97e7b235c209'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 14);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 2b8e51c0d3f7 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 14 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [26] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  drop table product
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'product'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 2b8e51c0d3f7: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'DROP TABLE product';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- [27] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  drop table category
SET @migc_there = IF(@migc_step = 1, (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'category'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 2, 'step 2 of 2b8e51c0d3f7: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 2, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 2, @migc_sql = 'DROP TABLE category';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 2b8e51c0d3f7 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 2 AND NOT (@migc_count = 1 AND @migc_here = '2b8e51c0d3f7' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 2b8e51c0d3f7 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
UPDATE migc_version SET version_num = '1f0c2a7d94b1' WHERE version_num = '2b8e51c0d3f7' AND @migc_step = 2;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 2 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 2b8e51c0d3f7 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision = '2b8e51c0d3f7' AND @migc_step = 2;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '2b8e51c0d3f7', 'downgrade', 'Create the catalog', 'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 2;
COMMIT;
SET @migc_revisions = IF(@migc_step = 2 AND @@error_count = 0, 15, @migc_revisions);

-- ---- Downgrade 1f0c2a7d94b1: Create customers
SELECT 'migc: 16 of 16: downgrade 1f0c2a7d94b1 Create customers' AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;
SET @migc_revision = '1f0c2a7d94b1', @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;
SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 15),
  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 15),
  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (
    (1, 'ec76484dbdc900c1bb67bb10f23a2173831a3c7d937f048a506f0dcda4e20efd'))), 0)
    FROM migc_step WHERE revision = @migc_revision AND @migc_revisions = 15);
SET @migc_stop = CASE
  WHEN @migc_other IS NULL THEN 'the ledger cannot be read'
  WHEN @migc_other > 0 THEN 'revision 1f0c2a7d94b1 was begun with other statements than these; finish or undo it by hand, and empty migc_step'
  ELSE '' END;
SET @migc_step = IF(@migc_revisions = 15 AND @migc_stop = '', @migc_done, NULL);
SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);

-- [28] migrations/1f0c2a7d94b1_create_customers.mig:6  drop table customer
SET @migc_there = IF(@migc_step = 0, (SELECT COUNT(*) = 0 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'customer'), 0);
SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> 1, 'step 1 of 1f0c2a7d94b1: what it does is there already, and no run of this script did it; move it out of the way, and run again', '');
SET @migc_step = IF(@migc_stop = '', IF(@migc_there, 1, @migc_step), NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_n = 1, @migc_sql = 'DROP TABLE customer';
EXECUTE migc_begin; SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;
SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step); EXECUTE migc_end; DEALLOCATE PREPARE migc_do;

-- 1f0c2a7d94b1 is done
START TRANSACTION;
SET @migc_count = NULL;
SET @migc_count = (SELECT COUNT(*) FROM migc_version FOR UPDATE),
  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) COLLATE utf8mb4_bin SEPARATOR ', '), '')
    FROM migc_version FOR UPDATE);
SET @migc_stop = IF(@migc_step = 1 AND NOT (@migc_count = 1 AND @migc_here = '1f0c2a7d94b1' COLLATE utf8mb4_bin AND @migc_count IS NOT NULL), 'something else changed table migc_version while this script ran; revision 1f0c2a7d94b1 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
SET @migc_rows = 0;
DELETE FROM migc_version WHERE version_num = '1f0c2a7d94b1' AND @migc_step = 1;
SET @migc_rows = @migc_rows + ROW_COUNT();
SET @migc_stop = IF(@migc_step = 1 AND @migc_rows <> 1, 'table migc_version does not hold what it held; revision 1f0c2a7d94b1 is not recorded', '');
SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);
SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);
DELETE FROM migc_step WHERE revision IN ('1f0c2a7d94b1', '') AND @migc_step = 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
SELECT '1f0c2a7d94b1', 'downgrade', 'Create customers', '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', '36e7d42678856592969c77e0cdea47fe5f593db961fece7966e95840716cdc87', USER() FROM DUAL WHERE @migc_step = 1;
COMMIT;
SET @migc_revisions = IF(@migc_step = 1 AND @@error_count = 0, 16, @migc_revisions);

DELETE FROM migc_step WHERE revision = '' AND @migc_revisions = 16;
DO RELEASE_LOCK(@migc_lock);

-- For the ticket
SELECT 'MIGC-RECEIPT 1 mysql 094e5d1732fc base 36e7d4267885 16' AS receipt FROM DUAL WHERE @migc_revisions = 16;
