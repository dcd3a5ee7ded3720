-- Upgrade of a CockroachDB database from base to 094e5d1732fc
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to 094e5d1732fc --upgrade --dialect cockroachdb --target-version 25.2 -D
--                support_email=help@shop.example
-- Made for:      cockroachdb (CockroachDB 25.2 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            094e5d1732fc
-- SHA-256:       5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3 (of this script, with zeros in the place of this number)
-- Takes:         no lock of its own: CockroachDB has none for a session that can be relied on; of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [36] drop column product.old_code
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

\set ON_ERROR_STOP on
\set ON_ERROR_ROLLBACK off
\set AUTOCOMMIT on
\set SINGLELINE off
\set migc_quiet :QUIET
\set migc_show_context :SHOW_CONTEXT
\set QUIET on
\set SHOW_CONTEXT never
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET migc.done = '0';
SET migc.begun = '0';
SET migc.script = '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3';

DO $migc$
BEGIN
  IF strpos(version(), 'CockroachDB CCL v') = 0 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script is for CockroachDB, and this server is ' || version() || '; nothing was changed',
      HINT = 'Compile it with --dialect for this server.';
  END IF;
  IF split_part(substring(split_part(version(), 'CockroachDB CCL v', 2) FROM '^[0-9]+[.][0-9]+'), '.', 1)::integer * 1000 + split_part(substring(split_part(version(), 'CockroachDB CCL v', 2) FROM '^[0-9]+[.][0-9]+'), '.', 2)::integer < 25002 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script is for CockroachDB 25.2 or newer, and this server is ' || substring(split_part(version(), 'CockroachDB CCL v', 2) FROM '^[0-9]+[.][0-9]+') || '; nothing was changed',
      HINT = 'Compile it with --target-version for this server.';
  END IF;
END
$migc$;
SHOW transaction_status \gset migc_
SELECT :'migc_transaction_status' <> 'NoTxn' AS migc_due \gset
\if :migc_due
DO $migc$
BEGIN
    RAISE EXCEPTION USING
      MESSAGE = 'this script makes its own transactions, and one is open already; nothing was changed',
      HINT = 'Run psql without --single-transaction (-1).';
END
$migc$;
\endif

-- Guards: when one of them stops the script, nothing was changed.
SELECT to_regclass('migc_version') IS NOT NULL AS migc_due \gset
\if :migc_due
SELECT coalesce((SELECT string_agg(version_num, ', ' ORDER BY version_num) FROM migc_version), '') AS migc_here \gset
\else
\set migc_here ''
\endif
SET migc.here = :'migc_here';
SELECT CASE :'migc_here'
  WHEN '' THEN '0'
  WHEN '1f0c2a7d94b1' THEN '1'
  WHEN '2b8e51c0d3f7' THEN '2'
  WHEN '3c94d6e2a815' THEN '3'
  WHEN '4da7f3b09c26' THEN '4'
  WHEN '5e13a8c7f402' THEN '5'
  WHEN '6f42b9d10e58' THEN '6'
  WHEN '70b5c4e8a963' THEN '7'
  WHEN '81c6d5f9ba74' THEN '8'
  WHEN 'b4f908c2eda7' THEN '9'
  WHEN '92d7e6a0cb85, b4f908c2eda7' THEN '10'
  WHEN 'a3e8f7b1dc96, b4f908c2eda7' THEN '11'
  WHEN 'c50a19d3feb8' THEN '12'
  WHEN 'd61b2ae40fc9' THEN '13'
  WHEN 'e72c3bf510da' THEN '14'
  WHEN 'f83d4c0621eb' THEN '15'
  WHEN '094e5d1732fc' THEN '16'
  ELSE '-1' END AS migc_done \gset
SET migc.done = :'migc_done';
SELECT to_regclass('migc_history') IS NOT NULL AS migc_due \gset
\if :migc_due
SELECT coalesce((SELECT script_sha256 FROM migc_history ORDER BY applied_at DESC, id DESC LIMIT 1), '') AS migc_made_by \gset
\else
\set migc_made_by ''
\endif
SET migc.made_by = :'migc_made_by';
SELECT to_regclass('migc_step') IS NOT NULL AS migc_due \gset
\if :migc_due
SELECT coalesce((SELECT min(revision) FROM migc_step
  WHERE :'migc_done' || ' ' || revision || ' ' || statement_sha256 NOT IN ('0 1f0c2a7d94b1 bcc6de77ac7c662932cc40d1e5f09967c88c2b9dd586d87b449738f20de5840a',
    '1 2b8e51c0d3f7 e7c32c3d5f7078ac390a5c0eca20f7a00980c67e47633eaa064610f3f6f86e50',
    '2 3c94d6e2a815 e666ec6e81a769166c85d05e361081e9b0f11ae57246cf6ec12293565f0fb00c',
    '3 4da7f3b09c26 a49647c1f9dd5eaca1bff1622898b62e86d5354b8ae41871e6faa8ad66f87028',
    '4 5e13a8c7f402 66c46f5bf7b4fd852e95490a3f873910c22daec4f6bb8657116c6f2fb5ef7e9c',
    '5 6f42b9d10e58 63c1bc5339f8a47cc8328f1f13c268c3326b9067b272910718efda0441348195',
    '6 70b5c4e8a963 e475ef1db1ff42dbde0041d870cd783e5b56f4c609e01d4a13ac43fff60b101e',
    '7 81c6d5f9ba74 81eb5099c2f8320583609de44de029a55ec9d8198086d643f87f700e0d1df6f4',
    '8 b4f908c2eda7 038ae2e02d35e266a09d70da48f9e144eefe5d4024f7dfa582bd319fd0a388ee',
    '9 92d7e6a0cb85 2994be2d07b0f6be5440006ad2342c0259749c1379cb83edf54e6022221fa5f4',
    '10 a3e8f7b1dc96 eeb3b75499c85293058eb3c8bfc9461ab81f03f070a1bc3e7b53c713934db2f2',
    '12 d61b2ae40fc9 0bd73185368e9d35938a1a2e9a1add4d4f4e95241f9f6a75c804cacb7dbd2ba5',
    '13 e72c3bf510da adf5b53b201c346c5a74cbae2d04b97c7f0426b68d8741c4a54cdb60f2180dac',
    '14 f83d4c0621eb 8bddf8a3f32b3e8adb01ae0ed26c9c881b7098b3120305b18d3ff9e46f398c9a',
    '15 094e5d1732fc eb8a7b3f068e23a9cdda23cd2a11e895e19fb364e99a73f5c61f94f035cbfb4d')), '') AS migc_other \gset
\else
\set migc_other ''
\endif
SET migc.other = :'migc_other';
SELECT to_regclass('migc_step') IS NOT NULL AS migc_due \gset
\if :migc_due
SELECT CASE WHEN EXISTS (SELECT 1 FROM migc_step) THEN '1' ELSE '0' END AS migc_begun \gset
\else
\set migc_begun 0
\endif
SET migc.begun = :'migc_begun';
DO $migc$
DECLARE
  shown text := coalesce(nullif(current_setting('migc.here'), ''), 'base');
  done integer := current_setting('migc.done')::integer;
  made_by text := current_setting('migc.made_by');
  other text := current_setting('migc.other');
BEGIN
  IF done = 16 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ' already, where this script leads; nothing was changed',
      HINT = 'There is nothing to do.';
  END IF;
  IF done = -1 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', and this script starts at base; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF done > 0 AND made_by <> current_setting('migc.script') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', where no run of this script left it; this script starts at base; nothing was changed',
      HINT = 'Compile one with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF other <> '' THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision ' || other || ' was begun by another script and is not complete; nothing was changed',
      HINT = 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
  END IF;
  IF NOT has_schema_privilege(current_schema(), 'CREATE') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'user ' || current_user || ' may not create anything in schema ' || current_schema() || '; nothing was changed',
      HINT = 'Let a user run it who may, or GRANT CREATE ON SCHEMA to this one.';
  END IF;
END
$migc$;

-- The ledger: what was done outside transactions, while its revision is not complete.
SELECT to_regclass('migc_step') IS NULL AS migc_due \gset
\if :migc_due
CREATE TABLE migc_step (
  revision varchar(128) NOT NULL,
  step integer NOT NULL,
  statement_sha256 char(64) NOT NULL,
  state varchar(7) NOT NULL,
  PRIMARY KEY (revision, step)
);
\endif

\set QUIET :migc_quiet
\set SHOW_CONTEXT :migc_show_context

-- ---- Upgrade 1f0c2a7d94b1: Create customers
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 16: upgrade 1f0c2a7d94b1 Create customers'
-- Bookkeeping: the revisions that this database is at, and what was done when.
CREATE TABLE IF NOT EXISTS migc_version (
  version_num varchar(128) NOT NULL PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS migc_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  revision varchar(128) NOT NULL,
  direction varchar(9) NOT NULL,
  message text NOT NULL,
  source_sha256 char(64) NOT NULL,
  script_sha256 char(64) NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  applied_by text NOT NULL DEFAULT session_user
);

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '1f0c2a7d94b1' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('1f0c2a7d94b1', 1, 'bcc6de77ac7c662932cc40d1e5f09967c88c2b9dd586d87b449738f20de5840a', 'done');
COMMIT;
\endif

-- [1] migrations/1f0c2a7d94b1_create_customers.mig:6  create table customer
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '1f0c2a7d94b1' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '1f0c2a7d94b1' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('customer') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [1], create table customer, of revision 1f0c2a7d94b1: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('1f0c2a7d94b1', 2, 'bcc6de77ac7c662932cc40d1e5f09967c88c2b9dd586d87b449738f20de5840a', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('customer') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE customer (
  id INT8 GENERATED BY DEFAULT AS IDENTITY,
  full_name VARCHAR(200) NOT NULL,
  email VARCHAR(320) NOT NULL,
  is_active BOOLEAN DEFAULT TRUE NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
  CONSTRAINT customer_pkey PRIMARY KEY (id),
  CONSTRAINT customer_email_key UNIQUE (email),
  CONSTRAINT customer_email_has_at CHECK (email LIKE '%@%')
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '1f0c2a7d94b1' AND step = 2;
\endif

-- [2] migrations/1f0c2a7d94b1_create_customers.mig:6  comment on table customer
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '1f0c2a7d94b1' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
COMMENT ON TABLE customer IS 'One row per person who ever ordered';
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('1f0c2a7d94b1', 3, 'bcc6de77ac7c662932cc40d1e5f09967c88c2b9dd586d87b449738f20de5840a', 'done');
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '1f0c2a7d94b1' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 1f0c2a7d94b1 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  INSERT INTO migc_version (version_num) VALUES ('1f0c2a7d94b1') ON CONFLICT DO NOTHING RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version holds 1f0c2a7d94b1 already, so something else changed it while this script ran; revision 1f0c2a7d94b1 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '1f0c2a7d94b1';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('1f0c2a7d94b1', 'upgrade', 'Create customers', '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: 1f0c2a7d94b1 is done already'
\endif

-- ---- Upgrade 2b8e51c0d3f7: Create the catalog
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 16: upgrade 2b8e51c0d3f7 Create the catalog'
-- [3] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  create table category
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('category') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [3], create table category, of revision 2b8e51c0d3f7: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('2b8e51c0d3f7', 1, 'e7c32c3d5f7078ac390a5c0eca20f7a00980c67e47633eaa064610f3f6f86e50', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('category') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE category (
  id INT4 GENERATED BY DEFAULT AS IDENTITY,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT category_pkey PRIMARY KEY (id),
  CONSTRAINT category_name_key UNIQUE (name)
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '2b8e51c0d3f7' AND step = 1;
\endif

-- [4] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  create table product
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('product') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [4], create table product, of revision 2b8e51c0d3f7: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('2b8e51c0d3f7', 2, 'e7c32c3d5f7078ac390a5c0eca20f7a00980c67e47633eaa064610f3f6f86e50', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('product') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE product (
  id INT8 GENERATED BY DEFAULT AS IDENTITY,
  category_id INT4 NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  price NUMERIC(8,2) NOT NULL,
  old_code VARCHAR(20),
  description TEXT,
  CONSTRAINT product_pkey PRIMARY KEY (id),
  CONSTRAINT product_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id),
  CONSTRAINT product_sku_key UNIQUE (sku),
  CONSTRAINT product_price_positive CHECK (price >= 0)
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '2b8e51c0d3f7' AND step = 2;
\endif

-- [5] migrations/2b8e51c0d3f7_create_the_catalog.mig:21  create index product_category_id_title_idx on product
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('product') AND relname = 'product_category_id_title_idx')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [5], create index product_category_id_title_idx on product, of revision 2b8e51c0d3f7: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('2b8e51c0d3f7', 3, 'e7c32c3d5f7078ac390a5c0eca20f7a00980c67e47633eaa064610f3f6f86e50', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('product') AND relname = 'product_category_id_title_idx')) AS migc_due \gset
\if :migc_due
CREATE INDEX product_category_id_title_idx ON product (category_id, title);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '2b8e51c0d3f7' AND step = 3;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 2b8e51c0d3f7 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '2b8e51c0d3f7' WHERE version_num = '1f0c2a7d94b1' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 1f0c2a7d94b1, so something else changed it while this script ran; revision 2b8e51c0d3f7 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '2b8e51c0d3f7';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('2b8e51c0d3f7', 'upgrade', 'Create the catalog', 'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: 2b8e51c0d3f7 is done already'
\endif

-- ---- Upgrade 3c94d6e2a815: Create orders
SELECT current_setting('migc.done')::integer <= 2 AS migc_due \gset
\if :migc_due
\echo 'migc: 3 of 16: upgrade 3c94d6e2a815 Create orders'
-- [6] migrations/3c94d6e2a815_create_orders.mig:6  create table order
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('"order"') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [6], create table order, of revision 3c94d6e2a815: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('3c94d6e2a815', 1, 'e666ec6e81a769166c85d05e361081e9b0f11ae57246cf6ec12293565f0fb00c', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('"order"') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE "order" (
  id INT8 GENERATED BY DEFAULT AS IDENTITY,
  customer_id INT8 NOT NULL,
  placed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
  status VARCHAR(20) DEFAULT 'open' NOT NULL,
  CONSTRAINT order_pkey PRIMARY KEY (id),
  CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT order_status_known CHECK (status IN ('open', 'paid', 'shipped', 'cancelled'))
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '3c94d6e2a815' AND step = 1;
\endif

-- [7] migrations/3c94d6e2a815_create_orders.mig:12  create index order_customer_id_placed_at_idx on order
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('"order"') AND relname = 'order_customer_id_placed_at_idx')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [7], create index order_customer_id_placed_at_idx on order, of revision 3c94d6e2a815: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('3c94d6e2a815', 2, 'e666ec6e81a769166c85d05e361081e9b0f11ae57246cf6ec12293565f0fb00c', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('"order"') AND relname = 'order_customer_id_placed_at_idx')) AS migc_due \gset
\if :migc_due
CREATE INDEX order_customer_id_placed_at_idx ON "order" (customer_id, placed_at DESC);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '3c94d6e2a815' AND step = 2;
\endif

-- [8] migrations/3c94d6e2a815_create_orders.mig:15  create table order_item
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('order_item') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [8], create table order_item, of revision 3c94d6e2a815: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('3c94d6e2a815', 3, 'e666ec6e81a769166c85d05e361081e9b0f11ae57246cf6ec12293565f0fb00c', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('order_item') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE order_item (
  order_id INT8 NOT NULL,
  line INT2 NOT NULL,
  product_id INT8 NOT NULL,
  quantity INT4 DEFAULT 1 NOT NULL,
  unit_price NUMERIC(8,2) NOT NULL,
  CONSTRAINT order_item_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT order_item_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id),
  CONSTRAINT order_item_pkey PRIMARY KEY (order_id, line),
  CONSTRAINT order_item_quantity_check CHECK (quantity > 0)
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '3c94d6e2a815' AND step = 3;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 3c94d6e2a815 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '3c94d6e2a815' WHERE version_num = '2b8e51c0d3f7' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 2b8e51c0d3f7, so something else changed it while this script ran; revision 3c94d6e2a815 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '3c94d6e2a815';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('3c94d6e2a815', 'upgrade', 'Create orders', 'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: 3c94d6e2a815 is done already'
\endif

-- ---- Upgrade 4da7f3b09c26: Add countries
SELECT current_setting('migc.done')::integer <= 3 AS migc_due \gset
\if :migc_due
\echo 'migc: 4 of 16: upgrade 4da7f3b09c26 Add countries'
-- [9] migrations/4da7f3b09c26_add_countries.mig:6  create table country
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('country') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [9], create table country, of revision 4da7f3b09c26: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('4da7f3b09c26', 1, 'a49647c1f9dd5eaca1bff1622898b62e86d5354b8ae41871e6faa8ad66f87028', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('country') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE country (
  code CHAR(2) NOT NULL,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT country_pkey PRIMARY KEY (code)
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '4da7f3b09c26' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- [10] migrations/4da7f3b09c26_add_countries.mig:10  insert 5 rows into country
INSERT INTO country (code, name) VALUES
  ('DE', 'Germany'),
  ('FR', 'France'),
  ('GB', 'United Kingdom'),
  ('US', 'United States'),
  ('CI', 'Côte d''Ivoire');

-- [11] migrations/4da7f3b09c26_add_countries.mig:11  insert 2 rows into country
INSERT INTO country (code, name) VALUES
  ('CH', 'Switzerland'),
  ('AT', 'Austria');

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('4da7f3b09c26', 2, 'a49647c1f9dd5eaca1bff1622898b62e86d5354b8ae41871e6faa8ad66f87028', 'done');
COMMIT;
\endif

-- [12] migrations/4da7f3b09c26_add_countries.mig:15  add column customer.country_code
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'country_code' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [12], add column customer.country_code, of revision 4da7f3b09c26: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('4da7f3b09c26', 3, 'a49647c1f9dd5eaca1bff1622898b62e86d5354b8ae41871e6faa8ad66f87028', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'country_code' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE customer ADD COLUMN country_code CHAR(2);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '4da7f3b09c26' AND step = 3;
\endif

-- [13] migrations/4da7f3b09c26_add_countries.mig:15  add column customer.country_code
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 4 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('customer') AND conname = 'customer_country_code_fkey')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [13], add column customer.country_code, of revision 4da7f3b09c26: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('4da7f3b09c26', 4, 'a49647c1f9dd5eaca1bff1622898b62e86d5354b8ae41871e6faa8ad66f87028', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('customer') AND conname = 'customer_country_code_fkey')) AS migc_due \gset
\if :migc_due
ALTER TABLE customer ADD CONSTRAINT customer_country_code_fkey FOREIGN KEY (country_code) REFERENCES country (code);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '4da7f3b09c26' AND step = 4;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 5 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 4da7f3b09c26 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '4da7f3b09c26' WHERE version_num = '3c94d6e2a815' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 3c94d6e2a815, so something else changed it while this script ran; revision 4da7f3b09c26 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '4da7f3b09c26';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('4da7f3b09c26', 'upgrade', 'Add countries', '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: 4da7f3b09c26 is done already'
\endif

-- ---- Upgrade 5e13a8c7f402: Find customers by name without blocking writers
SELECT current_setting('migc.done')::integer <= 4 AS migc_due \gset
\if :migc_due
\echo 'migc: 5 of 16: upgrade 5e13a8c7f402 Find customers by name without blocking writers'
-- [14] migrations/5e13a8c7f402_find_customers_by_name.mig:13  create index customer_name_idx on customer
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '5e13a8c7f402' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '5e13a8c7f402' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('customer') AND relname = 'customer_name_idx')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [14], create index customer_name_idx on customer, of revision 5e13a8c7f402: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('5e13a8c7f402', 1, '66c46f5bf7b4fd852e95490a3f873910c22daec4f6bb8657116c6f2fb5ef7e9c', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('customer') AND relname = 'customer_name_idx')) AS migc_due \gset
\if :migc_due
CREATE INDEX customer_name_idx ON customer (lower(full_name));
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '5e13a8c7f402' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '5e13a8c7f402' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 5e13a8c7f402 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '5e13a8c7f402' WHERE version_num = '4da7f3b09c26' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 4da7f3b09c26, so something else changed it while this script ran; revision 5e13a8c7f402 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '5e13a8c7f402';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('5e13a8c7f402', 'upgrade', 'Find customers by name without blocking writers', '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: 5e13a8c7f402 is done already'
\endif

-- ---- Upgrade 6f42b9d10e58: Call it display_name
SELECT current_setting('migc.done')::integer <= 5 AS migc_due \gset
\if :migc_due
\echo 'migc: 6 of 16: upgrade 6f42b9d10e58 Call it display_name'
-- [15] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.full_name to display_name
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '6f42b9d10e58' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '6f42b9d10e58' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'display_name' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [15], rename column customer.full_name to display_name, of revision 6f42b9d10e58: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('6f42b9d10e58', 1, '63c1bc5339f8a47cc8328f1f13c268c3326b9067b272910718efda0441348195', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'display_name' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE customer RENAME COLUMN full_name TO display_name;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '6f42b9d10e58' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '6f42b9d10e58' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 6f42b9d10e58 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '6f42b9d10e58' WHERE version_num = '5e13a8c7f402' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 5e13a8c7f402, so something else changed it while this script ran; revision 6f42b9d10e58 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '6f42b9d10e58';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('6f42b9d10e58', 'upgrade', 'Call it display_name', 'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: 6f42b9d10e58 is done already'
\endif

-- ---- Upgrade 70b5c4e8a963: Prices with four decimals
SELECT current_setting('migc.done')::integer <= 6 AS migc_due \gset
\if :migc_due
\echo 'migc: 7 of 16: upgrade 70b5c4e8a963 Prices with four decimals'
-- [16] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(12,4)
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '70b5c4e8a963' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE product ALTER COLUMN price TYPE NUMERIC(12,4);
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('70b5c4e8a963', 1, 'e475ef1db1ff42dbde0041d870cd783e5b56f4c609e01d4a13ac43fff60b101e', 'done');
\endif

-- [17] migrations/70b5c4e8a963_prices_with_four_decimals.mig:8  set default of product.price
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '70b5c4e8a963' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE product ALTER COLUMN price SET DEFAULT 0;
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('70b5c4e8a963', 2, 'e475ef1db1ff42dbde0041d870cd783e5b56f4c609e01d4a13ac43fff60b101e', 'done');
\endif

-- [18] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(12,4)
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '70b5c4e8a963' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE order_item ALTER COLUMN unit_price TYPE NUMERIC(12,4);
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('70b5c4e8a963', 3, 'e475ef1db1ff42dbde0041d870cd783e5b56f4c609e01d4a13ac43fff60b101e', 'done');
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '70b5c4e8a963' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 70b5c4e8a963 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '70b5c4e8a963' WHERE version_num = '6f42b9d10e58' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 6f42b9d10e58, so something else changed it while this script ran; revision 70b5c4e8a963 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '70b5c4e8a963';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('70b5c4e8a963', 'upgrade', 'Prices with four decimals', '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: 70b5c4e8a963 is done already'
\endif

-- ---- Upgrade 81c6d5f9ba74: Line totals
SELECT current_setting('migc.done')::integer <= 7 AS migc_due \gset
\if :migc_due
\echo 'migc: 8 of 16: upgrade 81c6d5f9ba74 Line totals'
-- [19] migrations/81c6d5f9ba74_line_totals.mig:8  add column order_item.line_total
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '81c6d5f9ba74' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '81c6d5f9ba74' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('order_item') AND attname = 'line_total' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [19], add column order_item.line_total, of revision 81c6d5f9ba74: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('81c6d5f9ba74', 1, '81eb5099c2f8320583609de44de029a55ec9d8198086d643f87f700e0d1df6f4', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('order_item') AND attname = 'line_total' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE order_item ADD COLUMN line_total NUMERIC(14,4) GENERATED ALWAYS AS (quantity * unit_price) STORED;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '81c6d5f9ba74' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '81c6d5f9ba74' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 81c6d5f9ba74 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '81c6d5f9ba74' WHERE version_num = '70b5c4e8a963' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 70b5c4e8a963, so something else changed it while this script ran; revision 81c6d5f9ba74 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '81c6d5f9ba74';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('81c6d5f9ba74', 'upgrade', 'Line totals', '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: 81c6d5f9ba74 is done already'
\endif

-- ---- Upgrade b4f908c2eda7: Shipments
SELECT current_setting('migc.done')::integer <= 8 AS migc_due \gset
\if :migc_due
\echo 'migc: 9 of 16: upgrade b4f908c2eda7 Shipments'
-- [20] migrations/b4f908c2eda7_shipments.mig:7  create table carrier
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('carrier') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [20], create table carrier, of revision b4f908c2eda7: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b4f908c2eda7', 1, '038ae2e02d35e266a09d70da48f9e144eefe5d4024f7dfa582bd319fd0a388ee', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('carrier') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE carrier (
  code VARCHAR(10) NOT NULL,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT carrier_pkey PRIMARY KEY (code)
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'b4f908c2eda7' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- [21] migrations/b4f908c2eda7_shipments.mig:11  insert 2 rows into carrier
INSERT INTO carrier (code, name) VALUES
  ('DHL', 'DHL Paket'),
  ('GLS', 'GLS');

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b4f908c2eda7', 2, '038ae2e02d35e266a09d70da48f9e144eefe5d4024f7dfa582bd319fd0a388ee', 'done');
COMMIT;
\endif

-- [22] migrations/b4f908c2eda7_shipments.mig:13  create table shipment
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('shipment') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [22], create table shipment, of revision b4f908c2eda7: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b4f908c2eda7', 3, '038ae2e02d35e266a09d70da48f9e144eefe5d4024f7dfa582bd319fd0a388ee', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('shipment') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE shipment (
  id INT8 GENERATED BY DEFAULT AS IDENTITY,
  order_id INT8 NOT NULL,
  carrier_code VARCHAR(10) NOT NULL,
  tracking VARCHAR(60),
  shipped_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT shipment_pkey PRIMARY KEY (id),
  CONSTRAINT shipment_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT shipment_carrier_code_fkey FOREIGN KEY (carrier_code) REFERENCES carrier (code)
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'b4f908c2eda7' AND step = 3;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- b4f908c2eda7 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = 'b4f908c2eda7' WHERE version_num = '81c6d5f9ba74' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 81c6d5f9ba74, so something else changed it while this script ran; revision b4f908c2eda7 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'b4f908c2eda7';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b4f908c2eda7', 'upgrade', 'Shipments', 'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: b4f908c2eda7 is done already'
\endif

-- ---- Upgrade 92d7e6a0cb85: Invoices
SELECT current_setting('migc.done')::integer <= 9 AS migc_due \gset
\if :migc_due
\echo 'migc: 10 of 16: upgrade 92d7e6a0cb85 Invoices'
-- [23] migrations/92d7e6a0cb85_invoices.mig:7  create table invoice
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '92d7e6a0cb85' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '92d7e6a0cb85' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('invoice') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [23], create table invoice, of revision 92d7e6a0cb85: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('92d7e6a0cb85', 1, '2994be2d07b0f6be5440006ad2342c0259749c1379cb83edf54e6022221fa5f4', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('invoice') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE invoice (
  id INT8 GENERATED BY DEFAULT AS IDENTITY,
  order_id INT8 NOT NULL,
  number VARCHAR(20) NOT NULL,
  issued_on DATE DEFAULT CURRENT_DATE NOT NULL,
  paid BOOLEAN DEFAULT FALSE NOT NULL,
  CONSTRAINT invoice_pkey PRIMARY KEY (id),
  CONSTRAINT invoice_order_id_key UNIQUE (order_id),
  CONSTRAINT invoice_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id)
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '92d7e6a0cb85' AND step = 1;
\endif

-- [24] migrations/92d7e6a0cb85_invoices.mig:14  create unique index invoice_number_key on invoice
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '92d7e6a0cb85' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '92d7e6a0cb85' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('invoice') AND relname = 'invoice_number_key')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [24], create unique index invoice_number_key on invoice, of revision 92d7e6a0cb85: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('92d7e6a0cb85', 2, '2994be2d07b0f6be5440006ad2342c0259749c1379cb83edf54e6022221fa5f4', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('invoice') AND relname = 'invoice_number_key')) AS migc_due \gset
\if :migc_due
CREATE UNIQUE INDEX invoice_number_key ON invoice (number);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '92d7e6a0cb85' AND step = 2;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '92d7e6a0cb85' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 92d7e6a0cb85 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  INSERT INTO migc_version (version_num) VALUES ('92d7e6a0cb85') ON CONFLICT DO NOTHING RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version holds 92d7e6a0cb85 already, so something else changed it while this script ran; revision 92d7e6a0cb85 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '92d7e6a0cb85';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('92d7e6a0cb85', 'upgrade', 'Invoices', 'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: 92d7e6a0cb85 is done already'
\endif

-- ---- Upgrade a3e8f7b1dc96: Find open invoices fast
SELECT current_setting('migc.done')::integer <= 10 AS migc_due \gset
\if :migc_due
\echo 'migc: 11 of 16: upgrade a3e8f7b1dc96 Find open invoices fast'
-- [25] migrations/a3e8f7b1dc96_open_invoices.mig:10  create index invoice_open_idx on invoice
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a3e8f7b1dc96' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a3e8f7b1dc96' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('invoice') AND relname = 'invoice_open_idx')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [25], create index invoice_open_idx on invoice, of revision a3e8f7b1dc96: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('a3e8f7b1dc96', 1, 'eeb3b75499c85293058eb3c8bfc9461ab81f03f070a1bc3e7b53c713934db2f2', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('invoice') AND relname = 'invoice_open_idx')) AS migc_due \gset
\if :migc_due
CREATE INDEX invoice_open_idx ON invoice (issued_on) WHERE NOT paid;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'a3e8f7b1dc96' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a3e8f7b1dc96' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- a3e8f7b1dc96 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = 'a3e8f7b1dc96' WHERE version_num = '92d7e6a0cb85' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 92d7e6a0cb85, so something else changed it while this script ran; revision a3e8f7b1dc96 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'a3e8f7b1dc96';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a3e8f7b1dc96', 'upgrade', 'Find open invoices fast', '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: a3e8f7b1dc96 is done already'
\endif

-- ---- Upgrade c50a19d3feb8: Merge billing and shipping
SELECT current_setting('migc.done')::integer <= 11 AS migc_due \gset
\if :migc_due
\echo 'migc: 12 of 16: upgrade c50a19d3feb8 Merge billing and shipping'
BEGIN;

-- c50a19d3feb8 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  DELETE FROM migc_version WHERE version_num = 'a3e8f7b1dc96' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds a3e8f7b1dc96, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded';
  END IF;
  UPDATE migc_version SET version_num = 'c50a19d3feb8' WHERE version_num = 'b4f908c2eda7' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds b4f908c2eda7, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('c50a19d3feb8', 'upgrade', 'Merge billing and shipping', '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;

\else
\echo 'migc: c50a19d3feb8 is done already'
\endif

-- ---- Upgrade d61b2ae40fc9: Notes on customers, and who to ask
SELECT current_setting('migc.done')::integer <= 12 AS migc_due \gset
\if :migc_due
\echo 'migc: 13 of 16: upgrade d61b2ae40fc9 Notes on customers, and who to ask'
-- [26] migrations/d61b2ae40fc9_customer_notes.mig:7  add column customer.note
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'note' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [26], add column customer.note, of revision d61b2ae40fc9: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('d61b2ae40fc9', 1, '0bd73185368e9d35938a1a2e9a1add4d4f4e95241f9f6a75c804cacb7dbd2ba5', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'note' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE customer ADD COLUMN note TEXT;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'd61b2ae40fc9' AND step = 1;
\endif

-- [27] migrations/d61b2ae40fc9_customer_notes.mig:8  add column customer.contact
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'contact' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [27], add column customer.contact, of revision d61b2ae40fc9: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('d61b2ae40fc9', 2, '0bd73185368e9d35938a1a2e9a1add4d4f4e95241f9f6a75c804cacb7dbd2ba5', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'contact' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE customer ADD COLUMN contact VARCHAR(320) DEFAULT 'help@shop.example' NOT NULL;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'd61b2ae40fc9' AND step = 2;
\endif

-- [28] migrations/d61b2ae40fc9_customer_notes.mig:9  comment on column customer.note
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
COMMENT ON COLUMN customer.note IS 'Written by the support desk; never shown to the customer';
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('d61b2ae40fc9', 3, '0bd73185368e9d35938a1a2e9a1add4d4f4e95241f9f6a75c804cacb7dbd2ba5', 'done');
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- d61b2ae40fc9 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = 'd61b2ae40fc9' WHERE version_num = 'c50a19d3feb8' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds c50a19d3feb8, so something else changed it while this script ran; revision d61b2ae40fc9 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'd61b2ae40fc9';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('d61b2ae40fc9', 'upgrade', 'Notes on customers, and who to ask', '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: d61b2ae40fc9 is done already'
\endif

-- ---- Upgrade e72c3bf510da: A view of open orders
SELECT current_setting('migc.done')::integer <= 13 AS migc_due \gset
\if :migc_due
\echo 'migc: 14 of 16: upgrade e72c3bf510da A view of open orders'
-- [29] migrations/e72c3bf510da_open_orders_view.mig:15  run raw SQL
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'e72c3bf510da' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
BEGIN
  IF EXISTS (SELECT 1 FROM migc_step WHERE revision = 'e72c3bf510da' AND step = 1 AND state = 'started') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [29], run raw SQL, of revision e72c3bf510da, was begun by an earlier run, and nobody knows how far it came',
      HINT = 'If it took effect, say so: UPDATE migc_step SET state = ''done'' WHERE revision = ''e72c3bf510da'' AND step = 1; else DELETE FROM migc_step WHERE revision = ''e72c3bf510da'' AND step = 1. Then run this script again.';
  END IF;
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('e72c3bf510da', 1, 'adf5b53b201c346c5a74cbae2d04b97c7f0426b68d8741c4a54cdb60f2180dac', 'started');
END
$migc$;
CREATE VIEW open_order AS
SELECT o.id, o.placed_at, c.display_name
FROM "order" o JOIN customer c ON c.id = o.customer_id
WHERE o.status = 'open';
UPDATE migc_step SET state = 'done' WHERE revision = 'e72c3bf510da' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'e72c3bf510da' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- e72c3bf510da is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = 'e72c3bf510da' WHERE version_num = 'd61b2ae40fc9' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds d61b2ae40fc9, so something else changed it while this script ran; revision e72c3bf510da is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'e72c3bf510da';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('e72c3bf510da', 'upgrade', 'A view of open orders', '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: e72c3bf510da is done already'
\endif

-- ---- Upgrade f83d4c0621eb: Every order has a channel
SELECT current_setting('migc.done')::integer <= 14 AS migc_due \gset
\if :migc_due
\echo 'migc: 15 of 16: upgrade f83d4c0621eb Every order has a channel'
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- [30] migrations/f83d4c0621eb_every_order_has_a_channel.mig:6  require: there are customers without an e-mail address; ask the support desk first
DO $migc$
BEGIN
  IF (
SELECT count(*) = 0 FROM customer WHERE email = ''
  ) IS NOT TRUE THEN
    RAISE EXCEPTION USING
      MESSAGE = 'there are customers without an e-mail address; ask the support desk first',
      DETAIL = 'Required by migrations/f83d4c0621eb_every_order_has_a_channel.mig:6, in revision f83d4c0621eb.';
  END IF;
END
$migc$;

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('f83d4c0621eb', 1, '8bddf8a3f32b3e8adb01ae0ed26c9c881b7098b3120305b18d3ff9e46f398c9a', 'done');
COMMIT;
\endif

-- [31] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  add column order.channel
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('"order"') AND attname = 'channel' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [31], add column order.channel, of revision f83d4c0621eb: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('f83d4c0621eb', 2, '8bddf8a3f32b3e8adb01ae0ed26c9c881b7098b3120305b18d3ff9e46f398c9a', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('"order"') AND attname = 'channel' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE "order" ADD COLUMN channel VARCHAR(10);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'f83d4c0621eb' AND step = 2;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- [32] migrations/f83d4c0621eb_every_order_has_a_channel.mig:8  update rows of order
UPDATE "order" SET channel = 'web' WHERE channel IS NULL;

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('f83d4c0621eb', 3, '8bddf8a3f32b3e8adb01ae0ed26c9c881b7098b3120305b18d3ff9e46f398c9a', 'done');
COMMIT;
\endif

-- [33] migrations/f83d4c0621eb_every_order_has_a_channel.mig:10  set default of order.channel
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE "order" ALTER COLUMN channel SET DEFAULT 'web';
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('f83d4c0621eb', 4, '8bddf8a3f32b3e8adb01ae0ed26c9c881b7098b3120305b18d3ff9e46f398c9a', 'done');
\endif

-- [34] migrations/f83d4c0621eb_every_order_has_a_channel.mig:11  set not null on order.channel
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 5 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE "order" ALTER COLUMN channel SET NOT NULL;
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('f83d4c0621eb', 5, '8bddf8a3f32b3e8adb01ae0ed26c9c881b7098b3120305b18d3ff9e46f398c9a', 'done');
\endif

-- [35] migrations/f83d4c0621eb_every_order_has_a_channel.mig:12  add check constraint order_channel_known to order
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 6 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 6 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('"order"') AND conname = 'order_channel_known')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [35], add check constraint order_channel_known to order, of revision f83d4c0621eb: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('f83d4c0621eb', 6, '8bddf8a3f32b3e8adb01ae0ed26c9c881b7098b3120305b18d3ff9e46f398c9a', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('"order"') AND conname = 'order_channel_known')) AS migc_due \gset
\if :migc_due
ALTER TABLE "order" ADD CONSTRAINT order_channel_known CHECK (channel IN ('web', 'phone', 'shop'));
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'f83d4c0621eb' AND step = 6;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 7 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- f83d4c0621eb is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = 'f83d4c0621eb' WHERE version_num = 'e72c3bf510da' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds e72c3bf510da, so something else changed it while this script ran; revision f83d4c0621eb is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'f83d4c0621eb';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('f83d4c0621eb', 'upgrade', 'Every order has a channel', 'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: f83d4c0621eb is done already'
\endif

-- ---- Upgrade 094e5d1732fc: Drop the old codes
SELECT current_setting('migc.done')::integer <= 15 AS migc_due \gset
\if :migc_due
\echo 'migc: 16 of 16: upgrade 094e5d1732fc Drop the old codes'
-- [36] migrations/094e5d1732fc_drop_the_old_codes.mig:7  drop column product.old_code
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('product') AND attname = 'old_code' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [36], drop column product.old_code, of revision 094e5d1732fc: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('094e5d1732fc', 1, 'eb8a7b3f068e23a9cdda23cd2a11e895e19fb364e99a73f5c61f94f035cbfb4d', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('product') AND attname = 'old_code' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE product DROP COLUMN old_code;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '094e5d1732fc' AND step = 1;
\endif

-- [37] migrations/094e5d1732fc_drop_the_old_codes.mig:8  rename constraint product_price_positive of product to product_price_check
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('product') AND conname = 'product_price_check')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [37], rename constraint product_price_positive of product to product_price_check, of revision 094e5d1732fc: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('094e5d1732fc', 2, 'eb8a7b3f068e23a9cdda23cd2a11e895e19fb364e99a73f5c61f94f035cbfb4d', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('product') AND conname = 'product_price_check')) AS migc_due \gset
\if :migc_due
ALTER TABLE product RENAME CONSTRAINT product_price_positive TO product_price_check;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '094e5d1732fc' AND step = 2;
\endif

-- [38] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table category to product_category
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('product_category') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [38], rename table category to product_category, of revision 094e5d1732fc: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('094e5d1732fc', 3, 'eb8a7b3f068e23a9cdda23cd2a11e895e19fb364e99a73f5c61f94f035cbfb4d', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('product_category') IS NOT NULL) AS migc_due \gset
\if :migc_due
ALTER TABLE category RENAME TO product_category;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '094e5d1732fc' AND step = 3;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 094e5d1732fc is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '094e5d1732fc' WHERE version_num = 'f83d4c0621eb' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds f83d4c0621eb, so something else changed it while this script ran; revision 094e5d1732fc is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '094e5d1732fc';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('094e5d1732fc', 'upgrade', 'Drop the old codes', 'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', '5b7c589baa56e6f9883018be054eaf5bce5014b7146b50d36b9284a869af23a3');
COMMIT;
\endif

\else
\echo 'migc: 094e5d1732fc is done already'
\endif

-- For the ticket
SELECT 'MIGC-RECEIPT 1 cockroachdb base 094e5d1732fc 5b7c589baa56 16' AS receipt;
