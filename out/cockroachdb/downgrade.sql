-- Downgrade of a CockroachDB database from 094e5d1732fc to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from 094e5d1732fc --to base --downgrade --dialect cockroachdb --target-version 25.2 -D
--                support_email=help@shop.example
-- Made for:      cockroachdb (CockroachDB 25.2 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     downgrade
-- From:          094e5d1732fc
-- To:            base
-- SHA-256:       f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69 (of this script, with zeros in the place of this number)
-- Takes:         no lock of its own: CockroachDB has none for a session that can be relied on; of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [7] drop column order.channel
--                [10] drop column customer.contact
--                [11] drop column customer.note
--                [14] drop table invoice
--                [15] drop table shipment
--                [17] drop table carrier
--                [18] drop column order_item.line_total
--                [19] change type of order_item.unit_price to decimal(8,2)
--                [21] change type of product.price to decimal(8,2)
--                [24] drop column customer.country_code
--                [27] drop table country
--                [28] drop table order_item
--                [29] drop table order
--                [30] drop table product
--                [31] drop table category
--                [32] drop table customer
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
SET migc.script = 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69';

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
DO $migc$
BEGIN
  IF to_regclass('migc_version') IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'there is no table migc_version, so no migration was recorded in this database, and this script starts at 094e5d1732fc; nothing was changed',
      HINT = 'Check that this is the right database; `migc compile --from base` makes a script for an empty one.';
  END IF;
END
$migc$;
SELECT to_regclass('migc_version') IS NOT NULL AS migc_due \gset
\if :migc_due
SELECT coalesce((SELECT string_agg(version_num, ', ' ORDER BY version_num) FROM migc_version), '') AS migc_here \gset
\else
\set migc_here ''
\endif
SET migc.here = :'migc_here';
SELECT CASE :'migc_here'
  WHEN '094e5d1732fc' THEN '0'
  WHEN 'f83d4c0621eb' THEN '1'
  WHEN 'e72c3bf510da' THEN '2'
  WHEN 'd61b2ae40fc9' THEN '3'
  WHEN 'c50a19d3feb8' THEN '4'
  WHEN 'a3e8f7b1dc96, b4f908c2eda7' THEN '5'
  WHEN '92d7e6a0cb85, b4f908c2eda7' THEN '6'
  WHEN 'b4f908c2eda7' THEN '7'
  WHEN '81c6d5f9ba74' THEN '8'
  WHEN '70b5c4e8a963' THEN '9'
  WHEN '6f42b9d10e58' THEN '10'
  WHEN '5e13a8c7f402' THEN '11'
  WHEN '4da7f3b09c26' THEN '12'
  WHEN '3c94d6e2a815' THEN '13'
  WHEN '2b8e51c0d3f7' THEN '14'
  WHEN '1f0c2a7d94b1' THEN '15'
  WHEN '' THEN '16'
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
  WHERE :'migc_done' || ' ' || revision || ' ' || statement_sha256 NOT IN ('0 094e5d1732fc b29bf42b434ed633e579df0a3bbda50679c1fcdde82362448bf0942e8dde8a40',
    '1 f83d4c0621eb 25934b290e15ff0fd9586db6670376dcad35c38fc7390bea6808f3a95bebf5c7',
    '2 e72c3bf510da 032469640bc9133ae9fa0164aefb5748b7eaf6f90d2bac48d8091ee8903ee72d',
    '3 d61b2ae40fc9 fbfd8e23e3432d55bcf108fc225c005e340e486b70727a9f78385fbbae1e1a52',
    '5 a3e8f7b1dc96 d7841fbed375a959d113f68e8d29bf6055857b1fb353a01a7a69da6c2543a9ee',
    '6 92d7e6a0cb85 f37d47fb9e1fd72cddbf8268cbfc21a604e5cc6d948abe23d872e71a20a9e27f',
    '7 b4f908c2eda7 6fc333a8449ca3363f52243a6d25aaf255ece531e61c2b3fd391a60205d01794',
    '8 81c6d5f9ba74 b024111fc2798a1d9d1b0354041200fe2ef652881ba7e060d7b0e1a5813e767a',
    '9 70b5c4e8a963 8048f30c7294841456e9d65ec448ddf74ae63eda90b3cb06a18f9f1cce6723c5',
    '10 6f42b9d10e58 414e90b7b5ef90e7d5ff661f9c2d6caa473c1abf536a17f3b4acefbfc165f513',
    '11 5e13a8c7f402 eee056c1805118afa81668ca49c0918013dd4fb8114b0e8d57652b75ff712f0b',
    '12 4da7f3b09c26 871d102577d7f6339a7505647edfdfc899b9160e201d5fb102d39b429f7f68bc',
    '13 3c94d6e2a815 9d55dfd41921c2ded9d7de2dbf52f256e0b8538d0c435e0a62f948ca3c37381a',
    '14 2b8e51c0d3f7 b13ff0ebf526a4f75b2f1dec7c29f96d3ce1cf0e8b98e11f5db4e52f6df3fca5',
    '15 1f0c2a7d94b1 d3750be668520ceff310074950459e66dc94739735861facc664a4615d6d7e3f')), '') AS migc_other \gset
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
      MESSAGE = 'this database is at ' || shown || ', and this script starts at 094e5d1732fc; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF done > 0 AND made_by <> current_setting('migc.script') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', where no run of this script left it; this script starts at 094e5d1732fc; nothing was changed',
      HINT = 'Compile one with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF other <> '' THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision ' || other || ' was begun by another script and is not complete; nothing was changed',
      HINT = 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
  END IF;
  IF to_regclass('migc_history') IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'there is no table migc_history, in which this script records what it did; nothing was changed',
      HINT = 'Create it, or set `history: false` in migc.yaml and compile again.';
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

-- ---- Downgrade 094e5d1732fc: Drop the old codes
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 16: downgrade 094e5d1732fc Drop the old codes'
-- [1] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table product_category to category
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('category') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [1], rename table product_category to category, of revision 094e5d1732fc: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('094e5d1732fc', 1, 'b29bf42b434ed633e579df0a3bbda50679c1fcdde82362448bf0942e8dde8a40', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('category') IS NOT NULL) AS migc_due \gset
\if :migc_due
ALTER TABLE product_category RENAME TO category;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '094e5d1732fc' AND step = 1;
\endif

-- [2] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rename constraint product_price_check of product to product_price_positive
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('product') AND conname = 'product_price_positive')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [2], rename constraint product_price_check of product to product_price_positive, of revision 094e5d1732fc: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('094e5d1732fc', 2, 'b29bf42b434ed633e579df0a3bbda50679c1fcdde82362448bf0942e8dde8a40', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('product') AND conname = 'product_price_positive')) AS migc_due \gset
\if :migc_due
ALTER TABLE product RENAME CONSTRAINT product_price_check TO product_price_positive;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '094e5d1732fc' AND step = 2;
\endif

-- [3] migrations/094e5d1732fc_drop_the_old_codes.mig:6  add column product.old_code
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '094e5d1732fc' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('product') AND attname = 'old_code' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [3], add column product.old_code, of revision 094e5d1732fc: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('094e5d1732fc', 3, 'b29bf42b434ed633e579df0a3bbda50679c1fcdde82362448bf0942e8dde8a40', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('product') AND attname = 'old_code' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE product ADD COLUMN old_code VARCHAR(20);
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
  UPDATE migc_version SET version_num = 'f83d4c0621eb' WHERE version_num = '094e5d1732fc' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 094e5d1732fc, so something else changed it while this script ran; revision 094e5d1732fc is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '094e5d1732fc';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('094e5d1732fc', 'downgrade', 'Drop the old codes', 'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: 094e5d1732fc is done already'
\endif

-- ---- Downgrade f83d4c0621eb: Every order has a channel
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 16: downgrade f83d4c0621eb Every order has a channel'
-- [4] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop constraint order_channel_known of order
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('"order"') AND conname = 'order_channel_known')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [4], drop constraint order_channel_known of order, of revision f83d4c0621eb: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('f83d4c0621eb', 1, '25934b290e15ff0fd9586db6670376dcad35c38fc7390bea6808f3a95bebf5c7', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('"order"') AND conname = 'order_channel_known')) AS migc_due \gset
\if :migc_due
ALTER TABLE "order" DROP CONSTRAINT order_channel_known;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'f83d4c0621eb' AND step = 1;
\endif

-- [5] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop not null on order.channel
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE "order" ALTER COLUMN channel DROP NOT NULL;
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('f83d4c0621eb', 2, '25934b290e15ff0fd9586db6670376dcad35c38fc7390bea6808f3a95bebf5c7', 'done');
\endif

-- [6] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop default of order.channel
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE "order" ALTER COLUMN channel DROP DEFAULT;
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('f83d4c0621eb', 3, '25934b290e15ff0fd9586db6670376dcad35c38fc7390bea6808f3a95bebf5c7', 'done');
\endif

-- [7] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  drop column order.channel
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 4 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('"order"') AND attname = 'channel' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [7], drop column order.channel, of revision f83d4c0621eb: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('f83d4c0621eb', 4, '25934b290e15ff0fd9586db6670376dcad35c38fc7390bea6808f3a95bebf5c7', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('"order"') AND attname = 'channel' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE "order" DROP COLUMN channel;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'f83d4c0621eb' AND step = 4;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 5 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- f83d4c0621eb is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = 'e72c3bf510da' WHERE version_num = 'f83d4c0621eb' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds f83d4c0621eb, so something else changed it while this script ran; revision f83d4c0621eb is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'f83d4c0621eb';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('f83d4c0621eb', 'downgrade', 'Every order has a channel', 'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: f83d4c0621eb is done already'
\endif

-- ---- Downgrade e72c3bf510da: A view of open orders
SELECT current_setting('migc.done')::integer <= 2 AS migc_due \gset
\if :migc_due
\echo 'migc: 3 of 16: downgrade e72c3bf510da A view of open orders'
-- [8] migrations/e72c3bf510da_open_orders_view.mig:15  run raw SQL
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'e72c3bf510da' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
BEGIN
  IF EXISTS (SELECT 1 FROM migc_step WHERE revision = 'e72c3bf510da' AND step = 1 AND state = 'started') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [8], run raw SQL, of revision e72c3bf510da, was begun by an earlier run, and nobody knows how far it came',
      HINT = 'If it took effect, say so: UPDATE migc_step SET state = ''done'' WHERE revision = ''e72c3bf510da'' AND step = 1; else DELETE FROM migc_step WHERE revision = ''e72c3bf510da'' AND step = 1. Then run this script again.';
  END IF;
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('e72c3bf510da', 1, '032469640bc9133ae9fa0164aefb5748b7eaf6f90d2bac48d8091ee8903ee72d', 'started');
END
$migc$;
DROP VIEW open_order;
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
  UPDATE migc_version SET version_num = 'd61b2ae40fc9' WHERE version_num = 'e72c3bf510da' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds e72c3bf510da, so something else changed it while this script ran; revision e72c3bf510da is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'e72c3bf510da';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('e72c3bf510da', 'downgrade', 'A view of open orders', '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: e72c3bf510da is done already'
\endif

-- ---- Downgrade d61b2ae40fc9: Notes on customers, and who to ask
SELECT current_setting('migc.done')::integer <= 3 AS migc_due \gset
\if :migc_due
\echo 'migc: 4 of 16: downgrade d61b2ae40fc9 Notes on customers, and who to ask'
-- [9] migrations/d61b2ae40fc9_customer_notes.mig:9  remove comment of column customer.note
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
COMMENT ON COLUMN customer.note IS NULL;
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('d61b2ae40fc9', 1, 'fbfd8e23e3432d55bcf108fc225c005e340e486b70727a9f78385fbbae1e1a52', 'done');
\endif

-- [10] migrations/d61b2ae40fc9_customer_notes.mig:6  drop column customer.contact
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'contact' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [10], drop column customer.contact, of revision d61b2ae40fc9: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('d61b2ae40fc9', 2, 'fbfd8e23e3432d55bcf108fc225c005e340e486b70727a9f78385fbbae1e1a52', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'contact' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE customer DROP COLUMN contact;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'd61b2ae40fc9' AND step = 2;
\endif

-- [11] migrations/d61b2ae40fc9_customer_notes.mig:6  drop column customer.note
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'note' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [11], drop column customer.note, of revision d61b2ae40fc9: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('d61b2ae40fc9', 3, 'fbfd8e23e3432d55bcf108fc225c005e340e486b70727a9f78385fbbae1e1a52', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'note' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE customer DROP COLUMN note;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'd61b2ae40fc9' AND step = 3;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'd61b2ae40fc9' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- d61b2ae40fc9 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = 'c50a19d3feb8' WHERE version_num = 'd61b2ae40fc9' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds d61b2ae40fc9, so something else changed it while this script ran; revision d61b2ae40fc9 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'd61b2ae40fc9';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('d61b2ae40fc9', 'downgrade', 'Notes on customers, and who to ask', '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: d61b2ae40fc9 is done already'
\endif

-- ---- Downgrade c50a19d3feb8: Merge billing and shipping
SELECT current_setting('migc.done')::integer <= 4 AS migc_due \gset
\if :migc_due
\echo 'migc: 5 of 16: downgrade c50a19d3feb8 Merge billing and shipping'
BEGIN;

-- c50a19d3feb8 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  INSERT INTO migc_version (version_num) VALUES ('a3e8f7b1dc96') ON CONFLICT DO NOTHING RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version holds a3e8f7b1dc96 already, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded';
  END IF;
  UPDATE migc_version SET version_num = 'b4f908c2eda7' WHERE version_num = 'c50a19d3feb8' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds c50a19d3feb8, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('c50a19d3feb8', 'downgrade', 'Merge billing and shipping', '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;

\else
\echo 'migc: c50a19d3feb8 is done already'
\endif

-- ---- Downgrade a3e8f7b1dc96: Find open invoices fast
SELECT current_setting('migc.done')::integer <= 5 AS migc_due \gset
\if :migc_due
\echo 'migc: 6 of 16: downgrade a3e8f7b1dc96 Find open invoices fast'
-- [12] migrations/a3e8f7b1dc96_open_invoices.mig:10  drop index invoice_open_idx on invoice
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a3e8f7b1dc96' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a3e8f7b1dc96' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('invoice') AND relname = 'invoice_open_idx')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [12], drop index invoice_open_idx on invoice, of revision a3e8f7b1dc96: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('a3e8f7b1dc96', 1, 'd7841fbed375a959d113f68e8d29bf6055857b1fb353a01a7a69da6c2543a9ee', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('invoice') AND relname = 'invoice_open_idx')) AS migc_due \gset
\if :migc_due
DROP INDEX invoice@invoice_open_idx;
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
  UPDATE migc_version SET version_num = '92d7e6a0cb85' WHERE version_num = 'a3e8f7b1dc96' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds a3e8f7b1dc96, so something else changed it while this script ran; revision a3e8f7b1dc96 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'a3e8f7b1dc96';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a3e8f7b1dc96', 'downgrade', 'Find open invoices fast', '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: a3e8f7b1dc96 is done already'
\endif

-- ---- Downgrade 92d7e6a0cb85: Invoices
SELECT current_setting('migc.done')::integer <= 6 AS migc_due \gset
\if :migc_due
\echo 'migc: 7 of 16: downgrade 92d7e6a0cb85 Invoices'
-- [13] migrations/92d7e6a0cb85_invoices.mig:14  drop index invoice_number_key on invoice
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '92d7e6a0cb85' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '92d7e6a0cb85' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('invoice') AND relname = 'invoice_number_key')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [13], drop index invoice_number_key on invoice, of revision 92d7e6a0cb85: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('92d7e6a0cb85', 1, 'f37d47fb9e1fd72cddbf8268cbfc21a604e5cc6d948abe23d872e71a20a9e27f', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('invoice') AND relname = 'invoice_number_key')) AS migc_due \gset
\if :migc_due
DROP INDEX invoice@invoice_number_key;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '92d7e6a0cb85' AND step = 1;
\endif

-- [14] migrations/92d7e6a0cb85_invoices.mig:7  drop table invoice
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '92d7e6a0cb85' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '92d7e6a0cb85' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('invoice') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [14], drop table invoice, of revision 92d7e6a0cb85: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('92d7e6a0cb85', 2, 'f37d47fb9e1fd72cddbf8268cbfc21a604e5cc6d948abe23d872e71a20a9e27f', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('invoice') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE invoice;
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
  DELETE FROM migc_version WHERE version_num = '92d7e6a0cb85' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 92d7e6a0cb85, so something else changed it while this script ran; revision 92d7e6a0cb85 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '92d7e6a0cb85';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('92d7e6a0cb85', 'downgrade', 'Invoices', 'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: 92d7e6a0cb85 is done already'
\endif

-- ---- Downgrade b4f908c2eda7: Shipments
SELECT current_setting('migc.done')::integer <= 7 AS migc_due \gset
\if :migc_due
\echo 'migc: 8 of 16: downgrade b4f908c2eda7 Shipments'
-- [15] migrations/b4f908c2eda7_shipments.mig:13  drop table shipment
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('shipment') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [15], drop table shipment, of revision b4f908c2eda7: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b4f908c2eda7', 1, '6fc333a8449ca3363f52243a6d25aaf255ece531e61c2b3fd391a60205d01794', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('shipment') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE shipment;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'b4f908c2eda7' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- [16] migrations/b4f908c2eda7_shipments.mig:11  delete rows of carrier
DELETE FROM carrier WHERE code IN ('DHL', 'GLS');

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b4f908c2eda7', 2, '6fc333a8449ca3363f52243a6d25aaf255ece531e61c2b3fd391a60205d01794', 'done');
COMMIT;
\endif

-- [17] migrations/b4f908c2eda7_shipments.mig:7  drop table carrier
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b4f908c2eda7' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('carrier') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [17], drop table carrier, of revision b4f908c2eda7: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b4f908c2eda7', 3, '6fc333a8449ca3363f52243a6d25aaf255ece531e61c2b3fd391a60205d01794', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('carrier') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE carrier;
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
  UPDATE migc_version SET version_num = '81c6d5f9ba74' WHERE version_num = 'b4f908c2eda7' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds b4f908c2eda7, so something else changed it while this script ran; revision b4f908c2eda7 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'b4f908c2eda7';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b4f908c2eda7', 'downgrade', 'Shipments', 'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: b4f908c2eda7 is done already'
\endif

-- ---- Downgrade 81c6d5f9ba74: Line totals
SELECT current_setting('migc.done')::integer <= 8 AS migc_due \gset
\if :migc_due
\echo 'migc: 9 of 16: downgrade 81c6d5f9ba74 Line totals'
-- [18] migrations/81c6d5f9ba74_line_totals.mig:7  drop column order_item.line_total
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '81c6d5f9ba74' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '81c6d5f9ba74' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('order_item') AND attname = 'line_total' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [18], drop column order_item.line_total, of revision 81c6d5f9ba74: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('81c6d5f9ba74', 1, 'b024111fc2798a1d9d1b0354041200fe2ef652881ba7e060d7b0e1a5813e767a', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('order_item') AND attname = 'line_total' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE order_item DROP COLUMN line_total;
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
  UPDATE migc_version SET version_num = '70b5c4e8a963' WHERE version_num = '81c6d5f9ba74' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 81c6d5f9ba74, so something else changed it while this script ran; revision 81c6d5f9ba74 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '81c6d5f9ba74';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('81c6d5f9ba74', 'downgrade', 'Line totals', '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: 81c6d5f9ba74 is done already'
\endif

-- ---- Downgrade 70b5c4e8a963: Prices with four decimals
SELECT current_setting('migc.done')::integer <= 9 AS migc_due \gset
\if :migc_due
\echo 'migc: 10 of 16: downgrade 70b5c4e8a963 Prices with four decimals'
-- [19] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2)
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '70b5c4e8a963' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE order_item ALTER COLUMN unit_price TYPE NUMERIC(8,2);
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('70b5c4e8a963', 1, '8048f30c7294841456e9d65ec448ddf74ae63eda90b3cb06a18f9f1cce6723c5', 'done');
\endif

-- [20] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  drop default of product.price
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '70b5c4e8a963' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE product ALTER COLUMN price DROP DEFAULT;
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('70b5c4e8a963', 2, '8048f30c7294841456e9d65ec448ddf74ae63eda90b3cb06a18f9f1cce6723c5', 'done');
\endif

-- [21] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  change type of product.price to decimal(8,2)
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '70b5c4e8a963' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE product ALTER COLUMN price TYPE NUMERIC(8,2);
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('70b5c4e8a963', 3, '8048f30c7294841456e9d65ec448ddf74ae63eda90b3cb06a18f9f1cce6723c5', 'done');
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '70b5c4e8a963' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 70b5c4e8a963 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '6f42b9d10e58' WHERE version_num = '70b5c4e8a963' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 70b5c4e8a963, so something else changed it while this script ran; revision 70b5c4e8a963 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '70b5c4e8a963';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('70b5c4e8a963', 'downgrade', 'Prices with four decimals', '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: 70b5c4e8a963 is done already'
\endif

-- ---- Downgrade 6f42b9d10e58: Call it display_name
SELECT current_setting('migc.done')::integer <= 10 AS migc_due \gset
\if :migc_due
\echo 'migc: 11 of 16: downgrade 6f42b9d10e58 Call it display_name'
-- [22] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.display_name to full_name
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '6f42b9d10e58' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '6f42b9d10e58' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'full_name' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [22], rename column customer.display_name to full_name, of revision 6f42b9d10e58: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('6f42b9d10e58', 1, '414e90b7b5ef90e7d5ff661f9c2d6caa473c1abf536a17f3b4acefbfc165f513', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'full_name' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE customer RENAME COLUMN display_name TO full_name;
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
  UPDATE migc_version SET version_num = '5e13a8c7f402' WHERE version_num = '6f42b9d10e58' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 6f42b9d10e58, so something else changed it while this script ran; revision 6f42b9d10e58 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '6f42b9d10e58';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('6f42b9d10e58', 'downgrade', 'Call it display_name', 'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: 6f42b9d10e58 is done already'
\endif

-- ---- Downgrade 5e13a8c7f402: Find customers by name without blocking writers
SELECT current_setting('migc.done')::integer <= 11 AS migc_due \gset
\if :migc_due
\echo 'migc: 12 of 16: downgrade 5e13a8c7f402 Find customers by name without blocking writers'
-- [23] migrations/5e13a8c7f402_find_customers_by_name.mig:13  drop index customer_name_idx on customer
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '5e13a8c7f402' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '5e13a8c7f402' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('customer') AND relname = 'customer_name_idx')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [23], drop index customer_name_idx on customer, of revision 5e13a8c7f402: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('5e13a8c7f402', 1, 'eee056c1805118afa81668ca49c0918013dd4fb8114b0e8d57652b75ff712f0b', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('customer') AND relname = 'customer_name_idx')) AS migc_due \gset
\if :migc_due
DROP INDEX customer@customer_name_idx;
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
  UPDATE migc_version SET version_num = '4da7f3b09c26' WHERE version_num = '5e13a8c7f402' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 5e13a8c7f402, so something else changed it while this script ran; revision 5e13a8c7f402 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '5e13a8c7f402';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('5e13a8c7f402', 'downgrade', 'Find customers by name without blocking writers', '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: 5e13a8c7f402 is done already'
\endif

-- ---- Downgrade 4da7f3b09c26: Add countries
SELECT current_setting('migc.done')::integer <= 12 AS migc_due \gset
\if :migc_due
\echo 'migc: 13 of 16: downgrade 4da7f3b09c26 Add countries'
-- [24] migrations/4da7f3b09c26_add_countries.mig:15  drop column customer.country_code
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'country_code' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [24], drop column customer.country_code, of revision 4da7f3b09c26: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('4da7f3b09c26', 1, '871d102577d7f6339a7505647edfdfc899b9160e201d5fb102d39b429f7f68bc', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attname = 'country_code' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE customer DROP COLUMN country_code;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '4da7f3b09c26' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- [25] migrations/4da7f3b09c26_add_countries.mig:11  delete rows of country
DELETE FROM country WHERE code IN ('CH', 'AT');

-- [26] migrations/4da7f3b09c26_add_countries.mig:10  delete rows of country
DELETE FROM country WHERE code IN ('DE', 'FR', 'GB', 'US', 'CI');

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('4da7f3b09c26', 2, '871d102577d7f6339a7505647edfdfc899b9160e201d5fb102d39b429f7f68bc', 'done');
COMMIT;
\endif

-- [27] migrations/4da7f3b09c26_add_countries.mig:6  drop table country
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('country') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [27], drop table country, of revision 4da7f3b09c26: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('4da7f3b09c26', 3, '871d102577d7f6339a7505647edfdfc899b9160e201d5fb102d39b429f7f68bc', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('country') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE country;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '4da7f3b09c26' AND step = 3;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '4da7f3b09c26' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 4da7f3b09c26 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '3c94d6e2a815' WHERE version_num = '4da7f3b09c26' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 4da7f3b09c26, so something else changed it while this script ran; revision 4da7f3b09c26 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '4da7f3b09c26';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('4da7f3b09c26', 'downgrade', 'Add countries', '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: 4da7f3b09c26 is done already'
\endif

-- ---- Downgrade 3c94d6e2a815: Create orders
SELECT current_setting('migc.done')::integer <= 13 AS migc_due \gset
\if :migc_due
\echo 'migc: 14 of 16: downgrade 3c94d6e2a815 Create orders'
-- [28] migrations/3c94d6e2a815_create_orders.mig:15  drop table order_item
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('order_item') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [28], drop table order_item, of revision 3c94d6e2a815: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('3c94d6e2a815', 1, '9d55dfd41921c2ded9d7de2dbf52f256e0b8538d0c435e0a62f948ca3c37381a', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('order_item') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE order_item;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '3c94d6e2a815' AND step = 1;
\endif

-- [29] migrations/3c94d6e2a815_create_orders.mig:6  drop table order
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('"order"') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [29], drop table order, of revision 3c94d6e2a815: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('3c94d6e2a815', 2, '9d55dfd41921c2ded9d7de2dbf52f256e0b8538d0c435e0a62f948ca3c37381a', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('"order"') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE "order";
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '3c94d6e2a815' AND step = 2;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '3c94d6e2a815' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 3c94d6e2a815 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '2b8e51c0d3f7' WHERE version_num = '3c94d6e2a815' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 3c94d6e2a815, so something else changed it while this script ran; revision 3c94d6e2a815 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '3c94d6e2a815';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('3c94d6e2a815', 'downgrade', 'Create orders', 'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: 3c94d6e2a815 is done already'
\endif

-- ---- Downgrade 2b8e51c0d3f7: Create the catalog
SELECT current_setting('migc.done')::integer <= 14 AS migc_due \gset
\if :migc_due
\echo 'migc: 15 of 16: downgrade 2b8e51c0d3f7 Create the catalog'
-- [30] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  drop table product
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('product') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [30], drop table product, of revision 2b8e51c0d3f7: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('2b8e51c0d3f7', 1, 'b13ff0ebf526a4f75b2f1dec7c29f96d3ce1cf0e8b98e11f5db4e52f6df3fca5', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('product') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE product;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '2b8e51c0d3f7' AND step = 1;
\endif

-- [31] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  drop table category
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('category') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [31], drop table category, of revision 2b8e51c0d3f7: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('2b8e51c0d3f7', 2, 'b13ff0ebf526a4f75b2f1dec7c29f96d3ce1cf0e8b98e11f5db4e52f6df3fca5', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('category') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE category;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '2b8e51c0d3f7' AND step = 2;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '2b8e51c0d3f7' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 2b8e51c0d3f7 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = '1f0c2a7d94b1' WHERE version_num = '2b8e51c0d3f7' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 2b8e51c0d3f7, so something else changed it while this script ran; revision 2b8e51c0d3f7 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '2b8e51c0d3f7';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('2b8e51c0d3f7', 'downgrade', 'Create the catalog', 'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: 2b8e51c0d3f7 is done already'
\endif

-- ---- Downgrade 1f0c2a7d94b1: Create customers
SELECT current_setting('migc.done')::integer <= 15 AS migc_due \gset
\if :migc_due
\echo 'migc: 16 of 16: downgrade 1f0c2a7d94b1 Create customers'
-- [32] migrations/1f0c2a7d94b1_create_customers.mig:6  drop table customer
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '1f0c2a7d94b1' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = '1f0c2a7d94b1' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('customer') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [32], drop table customer, of revision 1f0c2a7d94b1: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('1f0c2a7d94b1', 1, 'd3750be668520ceff310074950459e66dc94739735861facc664a4615d6d7e3f', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('customer') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE customer;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '1f0c2a7d94b1' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '1f0c2a7d94b1' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 1f0c2a7d94b1 is done
DO $migc$
DECLARE
  touched text;
BEGIN
  DELETE FROM migc_version WHERE version_num = '1f0c2a7d94b1' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 1f0c2a7d94b1, so something else changed it while this script ran; revision 1f0c2a7d94b1 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '1f0c2a7d94b1';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('1f0c2a7d94b1', 'downgrade', 'Create customers', '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', 'f96a1005e864b779b127b9b7dc4ce753726a8f483c0b48eb82e4079e2bdcae69');
COMMIT;
\endif

\else
\echo 'migc: 1f0c2a7d94b1 is done already'
\endif

-- For the ticket
SELECT 'MIGC-RECEIPT 1 cockroachdb 094e5d1732fc base f96a1005e864 16' AS receipt;
