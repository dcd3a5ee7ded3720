-- Downgrade of a PostgreSQL database from 094e5d1732fc to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from 094e5d1732fc --to base --downgrade --dialect postgres --target-version 15 -D
--                support_email=help@shop.example
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     downgrade
-- From:          094e5d1732fc
-- To:            base
-- SHA-256:       309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567 (of this script, with zeros in the place of this number)
-- Takes:         advisory lock 4440029774586726956 of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it; run again, the same script goes on from there
-- Outside them:  [19] drop index customer_name_idx on customer
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
SET migc.done = 0;
SET migc.begun = 0;
SET migc.script = '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567';

-- One script of migc at a time. The lock goes with the session, however that ends.
DO $migc$
DECLARE
  waiting boolean := false;
BEGIN
  IF now() < statement_timestamp() THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script makes its own transactions, and one is open already; nothing was changed',
      HINT = 'Run psql without --single-transaction (-1); `migc compile --single-transaction` makes a script that is one transaction.';
  END IF;
  WHILE NOT pg_try_advisory_lock(4440029774586726956) LOOP
    IF NOT waiting THEN
      RAISE NOTICE USING MESSAGE = 'another session is applying migrations to this database; waiting until it has ended';
      waiting := true;
    END IF;
    COMMIT;
    PERFORM pg_sleep(0.5);
    COMMIT;
  END LOOP;
END
$migc$;

-- Guards: when one of them stops the script, nothing was changed.
DO $migc$
DECLARE
  here text[];
  shown text;
  done integer;
  made_by text;
  other text;
BEGIN
  IF strpos(version(), 'PostgreSQL') = 0 OR strpos(version(), '-YB-') > 0 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script is for PostgreSQL, and this server is ' || version() || '; nothing was changed',
      HINT = 'Compile it with --dialect for this server.';
  END IF;
  IF current_setting('server_version_num')::integer < 150000 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script is for PostgreSQL 15 or newer, and this server is ' || current_setting('server_version') || '; nothing was changed',
      HINT = 'Compile it with --target-version for this server.';
  END IF;
  IF to_regclass('migc_version') IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'there is no table migc_version, so no migration was recorded in this database, and this script starts at 094e5d1732fc; nothing was changed',
      HINT = 'Check that this is the right database; `migc compile --from base` makes a script for an empty one.';
  END IF;
  SELECT array_agg(version_num::text ORDER BY version_num COLLATE "C") INTO here FROM migc_version;
  here := coalesce(here, '{}');
  shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');
  done := CASE
    WHEN here = ARRAY['094e5d1732fc']::text[] THEN 0
    WHEN here = ARRAY['f83d4c0621eb']::text[] THEN 1
    WHEN here = ARRAY['e72c3bf510da']::text[] THEN 2
    WHEN here = ARRAY['d61b2ae40fc9']::text[] THEN 3
    WHEN here = ARRAY['c50a19d3feb8']::text[] THEN 4
    WHEN here = ARRAY['a3e8f7b1dc96', 'b4f908c2eda7']::text[] THEN 5
    WHEN here = ARRAY['92d7e6a0cb85', 'b4f908c2eda7']::text[] THEN 6
    WHEN here = ARRAY['b4f908c2eda7']::text[] THEN 7
    WHEN here = ARRAY['81c6d5f9ba74']::text[] THEN 8
    WHEN here = ARRAY['70b5c4e8a963']::text[] THEN 9
    WHEN here = ARRAY['6f42b9d10e58']::text[] THEN 10
    WHEN here = ARRAY['5e13a8c7f402']::text[] THEN 11
    WHEN here = ARRAY['4da7f3b09c26']::text[] THEN 12
    WHEN here = ARRAY['3c94d6e2a815']::text[] THEN 13
    WHEN here = ARRAY['2b8e51c0d3f7']::text[] THEN 14
    WHEN here = ARRAY['1f0c2a7d94b1']::text[] THEN 15
    WHEN here = ARRAY[]::text[] THEN 16
  END;
  IF done = 16 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ' already, where this script leads; nothing was changed',
      HINT = 'There is nothing to do.';
  END IF;
  IF done IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', and this script starts at 094e5d1732fc; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF done > 0 AND to_regclass('migc_history') IS NOT NULL THEN
    SELECT script_sha256 INTO made_by FROM migc_history ORDER BY id DESC LIMIT 1;
  END IF;
  IF done > 0 AND made_by IS DISTINCT FROM current_setting('migc.script') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', where no run of this script left it; this script starts at 094e5d1732fc; nothing was changed',
      HINT = 'Compile one with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  PERFORM set_config('migc.done', done::text, false);
  IF to_regclass('migc_step') IS NOT NULL THEN
    SELECT min(revision) INTO other FROM migc_step
      WHERE (done, revision, statement_sha256) NOT IN ((11, '5e13a8c7f402', 'f6eb3b70334ec9157e81eb6e5c76dfc4ca0dce2efbd64310958d49f5fef7a7a1'));
    IF other IS NOT NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision ' || other || ' was begun by another script and is not complete; nothing was changed',
      HINT = 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
    END IF;
    PERFORM set_config('migc.begun', '1', false) FROM migc_step;
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
  SELECT min(oid::regclass::text) INTO other FROM pg_class
    WHERE oid IN (to_regclass('carrier'),
      to_regclass('country'),
      to_regclass('customer'),
      to_regclass('invoice'),
      to_regclass('"order"'),
      to_regclass('order_item'),
      to_regclass('product'),
      to_regclass('product_category'),
      to_regclass('shipment'))
      AND NOT pg_has_role(relowner, 'USAGE');
  IF other IS NOT NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'user ' || current_user || ' does not own ' || other || ', which this script changes' || '; nothing was changed',
      HINT = 'Let its owner run this script, or a member of that role.';
  END IF;
END
$migc$;

-- The ledger: what was done outside transactions, while its revision is not complete.
DO $migc$
BEGIN
  IF to_regclass('migc_step') IS NULL THEN
    CREATE TABLE migc_step (
      revision varchar(128) NOT NULL,
      step integer NOT NULL,
      statement_sha256 char(64) NOT NULL,
      state varchar(7) NOT NULL,
      PRIMARY KEY (revision, step)
    );
  END IF;
END
$migc$;

\set QUIET :migc_quiet
\set SHOW_CONTEXT :migc_show_context

-- ---- Downgrade 094e5d1732fc: Drop the old codes
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 16: downgrade 094e5d1732fc Drop the old codes'
BEGIN;

-- [1] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table product_category to category
ALTER TABLE product_category RENAME TO category;

-- [2] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rename constraint product_price_check of product to product_price_positive
ALTER TABLE product RENAME CONSTRAINT product_price_check TO product_price_positive;

-- [3] migrations/094e5d1732fc_drop_the_old_codes.mig:6  add column product.old_code
ALTER TABLE product ADD COLUMN old_code VARCHAR(20);

-- 094e5d1732fc is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'f83d4c0621eb' WHERE version_num = '094e5d1732fc';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 094e5d1732fc, so something else changed it while this script ran; revision 094e5d1732fc is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('094e5d1732fc', 'downgrade', 'Drop the old codes', 'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: 094e5d1732fc is done already'
\endif

-- ---- Downgrade f83d4c0621eb: Every order has a channel
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 16: downgrade f83d4c0621eb Every order has a channel'
BEGIN;

-- [4] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop constraint order_channel_known of order, drop not null on order.channel, drop default of order.channel
ALTER TABLE "order"
  DROP CONSTRAINT order_channel_known,
  ALTER COLUMN channel DROP NOT NULL,
  ALTER COLUMN channel DROP DEFAULT;

-- [5] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  drop column order.channel
ALTER TABLE "order" DROP COLUMN channel;

-- f83d4c0621eb is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'e72c3bf510da' WHERE version_num = 'f83d4c0621eb';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds f83d4c0621eb, so something else changed it while this script ran; revision f83d4c0621eb is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('f83d4c0621eb', 'downgrade', 'Every order has a channel', 'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: f83d4c0621eb is done already'
\endif

-- ---- Downgrade e72c3bf510da: A view of open orders
SELECT current_setting('migc.done')::integer <= 2 AS migc_due \gset
\if :migc_due
\echo 'migc: 3 of 16: downgrade e72c3bf510da A view of open orders'
BEGIN;

-- [6] migrations/e72c3bf510da_open_orders_view.mig:15  run raw SQL
DROP VIEW open_order;

-- e72c3bf510da is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'd61b2ae40fc9' WHERE version_num = 'e72c3bf510da';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds e72c3bf510da, so something else changed it while this script ran; revision e72c3bf510da is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('e72c3bf510da', 'downgrade', 'A view of open orders', '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: e72c3bf510da is done already'
\endif

-- ---- Downgrade d61b2ae40fc9: Notes on customers, and who to ask
SELECT current_setting('migc.done')::integer <= 3 AS migc_due \gset
\if :migc_due
\echo 'migc: 4 of 16: downgrade d61b2ae40fc9 Notes on customers, and who to ask'
BEGIN;

-- [7] migrations/d61b2ae40fc9_customer_notes.mig:9  remove comment of column customer.note
COMMENT ON COLUMN customer.note IS NULL;

-- [8] migrations/d61b2ae40fc9_customer_notes.mig:6  drop column customer.contact, drop column customer.note
ALTER TABLE customer
  DROP COLUMN contact,
  DROP COLUMN note;

-- d61b2ae40fc9 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'c50a19d3feb8' WHERE version_num = 'd61b2ae40fc9';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds d61b2ae40fc9, so something else changed it while this script ran; revision d61b2ae40fc9 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('d61b2ae40fc9', 'downgrade', 'Notes on customers, and who to ask', '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

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
  touched bigint;
BEGIN
  INSERT INTO migc_version (version_num) VALUES ('a3e8f7b1dc96') ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version holds a3e8f7b1dc96 already, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded';
  END IF;
  UPDATE migc_version SET version_num = 'b4f908c2eda7' WHERE version_num = 'c50a19d3feb8';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds c50a19d3feb8, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('c50a19d3feb8', 'downgrade', 'Merge billing and shipping', '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: c50a19d3feb8 is done already'
\endif

-- ---- Downgrade a3e8f7b1dc96: Find open invoices fast
SELECT current_setting('migc.done')::integer <= 5 AS migc_due \gset
\if :migc_due
\echo 'migc: 6 of 16: downgrade a3e8f7b1dc96 Find open invoices fast'
BEGIN;

-- [9] migrations/a3e8f7b1dc96_open_invoices.mig:10  drop index invoice_open_idx on invoice
DROP INDEX invoice_open_idx;

-- a3e8f7b1dc96 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '92d7e6a0cb85' WHERE version_num = 'a3e8f7b1dc96';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds a3e8f7b1dc96, so something else changed it while this script ran; revision a3e8f7b1dc96 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a3e8f7b1dc96', 'downgrade', 'Find open invoices fast', '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: a3e8f7b1dc96 is done already'
\endif

-- ---- Downgrade 92d7e6a0cb85: Invoices
SELECT current_setting('migc.done')::integer <= 6 AS migc_due \gset
\if :migc_due
\echo 'migc: 7 of 16: downgrade 92d7e6a0cb85 Invoices'
BEGIN;

-- [10] migrations/92d7e6a0cb85_invoices.mig:14  drop index invoice_number_key on invoice
DROP INDEX invoice_number_key;

-- [11] migrations/92d7e6a0cb85_invoices.mig:7  drop table invoice
DROP TABLE invoice;

-- 92d7e6a0cb85 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM migc_version WHERE version_num = '92d7e6a0cb85';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 92d7e6a0cb85, so something else changed it while this script ran; revision 92d7e6a0cb85 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('92d7e6a0cb85', 'downgrade', 'Invoices', 'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: 92d7e6a0cb85 is done already'
\endif

-- ---- Downgrade b4f908c2eda7: Shipments
SELECT current_setting('migc.done')::integer <= 7 AS migc_due \gset
\if :migc_due
\echo 'migc: 8 of 16: downgrade b4f908c2eda7 Shipments'
BEGIN;

-- [12] migrations/b4f908c2eda7_shipments.mig:13  drop table shipment
DROP TABLE shipment;

-- [13] migrations/b4f908c2eda7_shipments.mig:11  delete rows of carrier
DELETE FROM carrier WHERE code IN ('DHL', 'GLS');

-- [14] migrations/b4f908c2eda7_shipments.mig:7  drop table carrier
DROP TABLE carrier;

-- b4f908c2eda7 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '81c6d5f9ba74' WHERE version_num = 'b4f908c2eda7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds b4f908c2eda7, so something else changed it while this script ran; revision b4f908c2eda7 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b4f908c2eda7', 'downgrade', 'Shipments', 'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: b4f908c2eda7 is done already'
\endif

-- ---- Downgrade 81c6d5f9ba74: Line totals
SELECT current_setting('migc.done')::integer <= 8 AS migc_due \gset
\if :migc_due
\echo 'migc: 9 of 16: downgrade 81c6d5f9ba74 Line totals'
BEGIN;

-- [15] migrations/81c6d5f9ba74_line_totals.mig:7  drop column order_item.line_total
ALTER TABLE order_item DROP COLUMN line_total;

-- 81c6d5f9ba74 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '70b5c4e8a963' WHERE version_num = '81c6d5f9ba74';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 81c6d5f9ba74, so something else changed it while this script ran; revision 81c6d5f9ba74 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('81c6d5f9ba74', 'downgrade', 'Line totals', '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: 81c6d5f9ba74 is done already'
\endif

-- ---- Downgrade 70b5c4e8a963: Prices with four decimals
SELECT current_setting('migc.done')::integer <= 9 AS migc_due \gset
\if :migc_due
\echo 'migc: 10 of 16: downgrade 70b5c4e8a963 Prices with four decimals'
BEGIN;

-- [16] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2)
ALTER TABLE order_item ALTER COLUMN unit_price TYPE NUMERIC(8,2);

-- [17] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  drop default of product.price, change type of product.price to decimal(8,2)
ALTER TABLE product
  ALTER COLUMN price DROP DEFAULT,
  ALTER COLUMN price TYPE NUMERIC(8,2);

-- 70b5c4e8a963 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '6f42b9d10e58' WHERE version_num = '70b5c4e8a963';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 70b5c4e8a963, so something else changed it while this script ran; revision 70b5c4e8a963 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('70b5c4e8a963', 'downgrade', 'Prices with four decimals', '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: 70b5c4e8a963 is done already'
\endif

-- ---- Downgrade 6f42b9d10e58: Call it display_name
SELECT current_setting('migc.done')::integer <= 10 AS migc_due \gset
\if :migc_due
\echo 'migc: 11 of 16: downgrade 6f42b9d10e58 Call it display_name'
BEGIN;

-- [18] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.display_name to full_name
ALTER TABLE customer RENAME COLUMN display_name TO full_name;

-- 6f42b9d10e58 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '5e13a8c7f402' WHERE version_num = '6f42b9d10e58';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 6f42b9d10e58, so something else changed it while this script ran; revision 6f42b9d10e58 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('6f42b9d10e58', 'downgrade', 'Call it display_name', 'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: 6f42b9d10e58 is done already'
\endif

-- ---- Downgrade 5e13a8c7f402: Find customers by name without blocking writers
SELECT current_setting('migc.done')::integer <= 11 AS migc_due \gset
\if :migc_due
\echo 'migc: 12 of 16: downgrade 5e13a8c7f402 Find customers by name without blocking writers'
-- [19] migrations/5e13a8c7f402_find_customers_by_name.mig:13  drop index customer_name_idx on customer
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '5e13a8c7f402' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
SELECT EXISTS (SELECT 1 FROM migc_step WHERE revision = '5e13a8c7f402' AND step = 1 AND state = 'started') AS migc_begun \gset
\if :migc_begun
DROP INDEX CONCURRENTLY IF EXISTS customer_name_idx;
\else
DO $migc$
BEGIN
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('5e13a8c7f402', 1, 'f6eb3b70334ec9157e81eb6e5c76dfc4ca0dce2efbd64310958d49f5fef7a7a1', 'started');
END
$migc$;
DROP INDEX CONCURRENTLY customer_name_idx;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = '5e13a8c7f402' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '5e13a8c7f402' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- 5e13a8c7f402 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '4da7f3b09c26' WHERE version_num = '5e13a8c7f402';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 5e13a8c7f402, so something else changed it while this script ran; revision 5e13a8c7f402 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '5e13a8c7f402';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('5e13a8c7f402', 'downgrade', 'Find customers by name without blocking writers', '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;
\endif

\else
\echo 'migc: 5e13a8c7f402 is done already'
\endif

-- ---- Downgrade 4da7f3b09c26: Add countries
SELECT current_setting('migc.done')::integer <= 12 AS migc_due \gset
\if :migc_due
\echo 'migc: 13 of 16: downgrade 4da7f3b09c26 Add countries'
BEGIN;

-- [20] migrations/4da7f3b09c26_add_countries.mig:15  drop column customer.country_code
ALTER TABLE customer DROP COLUMN country_code;

-- [21] migrations/4da7f3b09c26_add_countries.mig:11  delete rows of country
DELETE FROM country WHERE code IN ('CH', 'AT');

-- [22] migrations/4da7f3b09c26_add_countries.mig:10  delete rows of country
DELETE FROM country WHERE code IN ('DE', 'FR', 'GB', 'US', 'CI');

-- [23] migrations/4da7f3b09c26_add_countries.mig:6  drop table country
DROP TABLE country;

-- 4da7f3b09c26 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '3c94d6e2a815' WHERE version_num = '4da7f3b09c26';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 4da7f3b09c26, so something else changed it while this script ran; revision 4da7f3b09c26 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('4da7f3b09c26', 'downgrade', 'Add countries', '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: 4da7f3b09c26 is done already'
\endif

-- ---- Downgrade 3c94d6e2a815: Create orders
SELECT current_setting('migc.done')::integer <= 13 AS migc_due \gset
\if :migc_due
\echo 'migc: 14 of 16: downgrade 3c94d6e2a815 Create orders'
BEGIN;

-- [24] migrations/3c94d6e2a815_create_orders.mig:15  drop table order_item
DROP TABLE order_item;

-- [25] migrations/3c94d6e2a815_create_orders.mig:6  drop table order
DROP TABLE "order";

-- 3c94d6e2a815 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '2b8e51c0d3f7' WHERE version_num = '3c94d6e2a815';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 3c94d6e2a815, so something else changed it while this script ran; revision 3c94d6e2a815 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('3c94d6e2a815', 'downgrade', 'Create orders', 'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: 3c94d6e2a815 is done already'
\endif

-- ---- Downgrade 2b8e51c0d3f7: Create the catalog
SELECT current_setting('migc.done')::integer <= 14 AS migc_due \gset
\if :migc_due
\echo 'migc: 15 of 16: downgrade 2b8e51c0d3f7 Create the catalog'
BEGIN;

-- [26] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  drop table product
DROP TABLE product;

-- [27] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  drop table category
DROP TABLE category;

-- 2b8e51c0d3f7 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '1f0c2a7d94b1' WHERE version_num = '2b8e51c0d3f7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 2b8e51c0d3f7, so something else changed it while this script ran; revision 2b8e51c0d3f7 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('2b8e51c0d3f7', 'downgrade', 'Create the catalog', 'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: 2b8e51c0d3f7 is done already'
\endif

-- ---- Downgrade 1f0c2a7d94b1: Create customers
SELECT current_setting('migc.done')::integer <= 15 AS migc_due \gset
\if :migc_due
\echo 'migc: 16 of 16: downgrade 1f0c2a7d94b1 Create customers'
BEGIN;

-- [28] migrations/1f0c2a7d94b1_create_customers.mig:6  drop table customer
DROP TABLE customer;

-- 1f0c2a7d94b1 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM migc_version WHERE version_num = '1f0c2a7d94b1';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 1f0c2a7d94b1, so something else changed it while this script ran; revision 1f0c2a7d94b1 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('1f0c2a7d94b1', 'downgrade', 'Create customers', '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', '309e0ee683f83c0125426f3c4e385f14b6d88c93d700a628f6749f8cdc9be567');
COMMIT;

\else
\echo 'migc: 1f0c2a7d94b1 is done already'
\endif

\set QUIET on
DO $migc$
BEGIN
  PERFORM pg_advisory_unlock(4440029774586726956);
END
$migc$;
\set QUIET :migc_quiet

-- For the ticket
SELECT 'MIGC-RECEIPT 1 postgres 094e5d1732fc base 309e0ee683f8 16' AS receipt;
