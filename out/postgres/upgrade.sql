-- Upgrade of a PostgreSQL database from base to 094e5d1732fc
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to 094e5d1732fc --upgrade --dialect postgres --target-version 15 -D
--                support_email=help@shop.example
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            094e5d1732fc
-- SHA-256:       6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536 (of this script, with zeros in the place of this number)
-- Takes:         advisory lock 4440029774586726956 of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it; run again, the same script goes on from there
-- Outside them:  [13] create index customer_name_idx on customer
-- Loses data:    [32] drop column product.old_code
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
SET migc.done = 0;
SET migc.begun = 0;
SET migc.script = '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536';

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
  IF to_regclass('migc_version') IS NOT NULL THEN
    SELECT array_agg(version_num::text ORDER BY version_num COLLATE "C") INTO here FROM migc_version;
  END IF;
  here := coalesce(here, '{}');
  shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');
  done := CASE
    WHEN here = ARRAY[]::text[] THEN 0
    WHEN here = ARRAY['1f0c2a7d94b1']::text[] THEN 1
    WHEN here = ARRAY['2b8e51c0d3f7']::text[] THEN 2
    WHEN here = ARRAY['3c94d6e2a815']::text[] THEN 3
    WHEN here = ARRAY['4da7f3b09c26']::text[] THEN 4
    WHEN here = ARRAY['5e13a8c7f402']::text[] THEN 5
    WHEN here = ARRAY['6f42b9d10e58']::text[] THEN 6
    WHEN here = ARRAY['70b5c4e8a963']::text[] THEN 7
    WHEN here = ARRAY['81c6d5f9ba74']::text[] THEN 8
    WHEN here = ARRAY['b4f908c2eda7']::text[] THEN 9
    WHEN here = ARRAY['92d7e6a0cb85', 'b4f908c2eda7']::text[] THEN 10
    WHEN here = ARRAY['a3e8f7b1dc96', 'b4f908c2eda7']::text[] THEN 11
    WHEN here = ARRAY['c50a19d3feb8']::text[] THEN 12
    WHEN here = ARRAY['d61b2ae40fc9']::text[] THEN 13
    WHEN here = ARRAY['e72c3bf510da']::text[] THEN 14
    WHEN here = ARRAY['f83d4c0621eb']::text[] THEN 15
    WHEN here = ARRAY['094e5d1732fc']::text[] THEN 16
  END;
  IF done = 16 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ' already, where this script leads; nothing was changed',
      HINT = 'There is nothing to do.';
  END IF;
  IF done IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', and this script starts at base; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF done > 0 AND to_regclass('migc_history') IS NOT NULL THEN
    SELECT script_sha256 INTO made_by FROM migc_history ORDER BY id DESC LIMIT 1;
  END IF;
  IF done > 0 AND made_by IS DISTINCT FROM current_setting('migc.script') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', where no run of this script left it; this script starts at base; nothing was changed',
      HINT = 'Compile one with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  PERFORM set_config('migc.done', done::text, false);
  IF to_regclass('migc_step') IS NOT NULL THEN
    SELECT min(revision) INTO other FROM migc_step
      WHERE (done, revision, statement_sha256) NOT IN ((4, '5e13a8c7f402', '87b696c855e0657055b4ee1382841622741cf41b8f250748cbe003cefbde0a06'));
    IF other IS NOT NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision ' || other || ' was begun by another script and is not complete; nothing was changed',
      HINT = 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
    END IF;
    PERFORM set_config('migc.begun', '1', false) FROM migc_step;
  END IF;
  IF NOT has_schema_privilege(current_schema(), 'CREATE') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'user ' || current_user || ' may not create anything in schema ' || current_schema() || '; nothing was changed',
      HINT = 'Let a user run it who may, or GRANT CREATE ON SCHEMA to this one.';
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

-- ---- Upgrade 1f0c2a7d94b1: Create customers
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 16: upgrade 1f0c2a7d94b1 Create customers'
BEGIN;

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

-- [1] migrations/1f0c2a7d94b1_create_customers.mig:6  create table customer
CREATE TABLE customer (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY,
  full_name VARCHAR(200) NOT NULL,
  email VARCHAR(320) NOT NULL,
  is_active BOOLEAN DEFAULT TRUE NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
  CONSTRAINT customer_pkey PRIMARY KEY (id),
  CONSTRAINT customer_email_key UNIQUE (email),
  CONSTRAINT customer_email_has_at CHECK (email LIKE '%@%')
);

-- [2] migrations/1f0c2a7d94b1_create_customers.mig:6  comment on table customer
COMMENT ON TABLE customer IS 'One row per person who ever ordered';

-- 1f0c2a7d94b1 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  INSERT INTO migc_version (version_num) VALUES ('1f0c2a7d94b1') ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version holds 1f0c2a7d94b1 already, so something else changed it while this script ran; revision 1f0c2a7d94b1 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('1f0c2a7d94b1', 'upgrade', 'Create customers', '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: 1f0c2a7d94b1 is done already'
\endif

-- ---- Upgrade 2b8e51c0d3f7: Create the catalog
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 16: upgrade 2b8e51c0d3f7 Create the catalog'
BEGIN;

-- [3] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  create table category
CREATE TABLE category (
  id INTEGER GENERATED BY DEFAULT AS IDENTITY,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT category_pkey PRIMARY KEY (id),
  CONSTRAINT category_name_key UNIQUE (name)
);

-- [4] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  create table product
CREATE TABLE product (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY,
  category_id INTEGER NOT NULL,
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

-- [5] migrations/2b8e51c0d3f7_create_the_catalog.mig:21  create index product_category_id_title_idx on product
CREATE INDEX product_category_id_title_idx ON product (category_id, title);

-- 2b8e51c0d3f7 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '2b8e51c0d3f7' WHERE version_num = '1f0c2a7d94b1';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 1f0c2a7d94b1, so something else changed it while this script ran; revision 2b8e51c0d3f7 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('2b8e51c0d3f7', 'upgrade', 'Create the catalog', 'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: 2b8e51c0d3f7 is done already'
\endif

-- ---- Upgrade 3c94d6e2a815: Create orders
SELECT current_setting('migc.done')::integer <= 2 AS migc_due \gset
\if :migc_due
\echo 'migc: 3 of 16: upgrade 3c94d6e2a815 Create orders'
BEGIN;

-- [6] migrations/3c94d6e2a815_create_orders.mig:6  create table order
CREATE TABLE "order" (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY,
  customer_id BIGINT NOT NULL,
  placed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
  status VARCHAR(20) DEFAULT 'open' NOT NULL,
  CONSTRAINT order_pkey PRIMARY KEY (id),
  CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT order_status_known CHECK (status IN ('open', 'paid', 'shipped', 'cancelled'))
);

-- [7] migrations/3c94d6e2a815_create_orders.mig:12  create index order_customer_id_placed_at_idx on order
CREATE INDEX order_customer_id_placed_at_idx ON "order" (customer_id, placed_at DESC);

-- [8] migrations/3c94d6e2a815_create_orders.mig:15  create table order_item
CREATE TABLE order_item (
  order_id BIGINT NOT NULL,
  line SMALLINT NOT NULL,
  product_id BIGINT NOT NULL,
  quantity INTEGER DEFAULT 1 NOT NULL,
  unit_price NUMERIC(8,2) NOT NULL,
  CONSTRAINT order_item_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT order_item_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id),
  CONSTRAINT order_item_pkey PRIMARY KEY (order_id, line),
  CONSTRAINT order_item_quantity_check CHECK (quantity > 0)
);

-- 3c94d6e2a815 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '3c94d6e2a815' WHERE version_num = '2b8e51c0d3f7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 2b8e51c0d3f7, so something else changed it while this script ran; revision 3c94d6e2a815 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('3c94d6e2a815', 'upgrade', 'Create orders', 'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: 3c94d6e2a815 is done already'
\endif

-- ---- Upgrade 4da7f3b09c26: Add countries
SELECT current_setting('migc.done')::integer <= 3 AS migc_due \gset
\if :migc_due
\echo 'migc: 4 of 16: upgrade 4da7f3b09c26 Add countries'
BEGIN;

-- [9] migrations/4da7f3b09c26_add_countries.mig:6  create table country
CREATE TABLE country (
  code CHAR(2) NOT NULL,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT country_pkey PRIMARY KEY (code)
);

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

-- [12] migrations/4da7f3b09c26_add_countries.mig:15  add column customer.country_code
ALTER TABLE customer ADD COLUMN country_code CHAR(2) CONSTRAINT customer_country_code_fkey REFERENCES country (code);

-- 4da7f3b09c26 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '4da7f3b09c26' WHERE version_num = '3c94d6e2a815';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 3c94d6e2a815, so something else changed it while this script ran; revision 4da7f3b09c26 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('4da7f3b09c26', 'upgrade', 'Add countries', '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: 4da7f3b09c26 is done already'
\endif

-- ---- Upgrade 5e13a8c7f402: Find customers by name without blocking writers
SELECT current_setting('migc.done')::integer <= 4 AS migc_due \gset
\if :migc_due
\echo 'migc: 5 of 16: upgrade 5e13a8c7f402 Find customers by name without blocking writers'
-- [13] migrations/5e13a8c7f402_find_customers_by_name.mig:13  create index customer_name_idx on customer
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = '5e13a8c7f402' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
SELECT EXISTS (SELECT 1 FROM migc_step WHERE revision = '5e13a8c7f402' AND step = 1 AND state = 'started') AS migc_begun \gset
\if :migc_begun
DROP INDEX CONCURRENTLY IF EXISTS customer_name_idx;
CREATE INDEX CONCURRENTLY customer_name_idx ON customer (lower(full_name));
\else
DO $migc$
BEGIN
  IF (SELECT to_regclass('customer_name_idx') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [13], create index customer_name_idx on customer, of revision 5e13a8c7f402: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('5e13a8c7f402', 1, '87b696c855e0657055b4ee1382841622741cf41b8f250748cbe003cefbde0a06', 'started');
END
$migc$;
CREATE INDEX CONCURRENTLY customer_name_idx ON customer (lower(full_name));
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
  UPDATE migc_version SET version_num = '5e13a8c7f402' WHERE version_num = '4da7f3b09c26';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 4da7f3b09c26, so something else changed it while this script ran; revision 5e13a8c7f402 is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = '5e13a8c7f402';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('5e13a8c7f402', 'upgrade', 'Find customers by name without blocking writers', '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;
\endif

\else
\echo 'migc: 5e13a8c7f402 is done already'
\endif

-- ---- Upgrade 6f42b9d10e58: Call it display_name
SELECT current_setting('migc.done')::integer <= 5 AS migc_due \gset
\if :migc_due
\echo 'migc: 6 of 16: upgrade 6f42b9d10e58 Call it display_name'
BEGIN;

-- [14] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.full_name to display_name
ALTER TABLE customer RENAME COLUMN full_name TO display_name;

-- 6f42b9d10e58 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '6f42b9d10e58' WHERE version_num = '5e13a8c7f402';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 5e13a8c7f402, so something else changed it while this script ran; revision 6f42b9d10e58 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('6f42b9d10e58', 'upgrade', 'Call it display_name', 'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: 6f42b9d10e58 is done already'
\endif

-- ---- Upgrade 70b5c4e8a963: Prices with four decimals
SELECT current_setting('migc.done')::integer <= 6 AS migc_due \gset
\if :migc_due
\echo 'migc: 7 of 16: upgrade 70b5c4e8a963 Prices with four decimals'
BEGIN;

-- [15] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(12,4), set default of product.price
ALTER TABLE product
  ALTER COLUMN price TYPE NUMERIC(12,4),
  ALTER COLUMN price SET DEFAULT 0;

-- [16] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(12,4)
ALTER TABLE order_item ALTER COLUMN unit_price TYPE NUMERIC(12,4);

-- 70b5c4e8a963 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '70b5c4e8a963' WHERE version_num = '6f42b9d10e58';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 6f42b9d10e58, so something else changed it while this script ran; revision 70b5c4e8a963 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('70b5c4e8a963', 'upgrade', 'Prices with four decimals', '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: 70b5c4e8a963 is done already'
\endif

-- ---- Upgrade 81c6d5f9ba74: Line totals
SELECT current_setting('migc.done')::integer <= 7 AS migc_due \gset
\if :migc_due
\echo 'migc: 8 of 16: upgrade 81c6d5f9ba74 Line totals'
BEGIN;

-- [17] migrations/81c6d5f9ba74_line_totals.mig:8  add column order_item.line_total
ALTER TABLE order_item ADD COLUMN line_total NUMERIC(14,4) GENERATED ALWAYS AS (quantity * unit_price) STORED;

-- 81c6d5f9ba74 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '81c6d5f9ba74' WHERE version_num = '70b5c4e8a963';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 70b5c4e8a963, so something else changed it while this script ran; revision 81c6d5f9ba74 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('81c6d5f9ba74', 'upgrade', 'Line totals', '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: 81c6d5f9ba74 is done already'
\endif

-- ---- Upgrade b4f908c2eda7: Shipments
SELECT current_setting('migc.done')::integer <= 8 AS migc_due \gset
\if :migc_due
\echo 'migc: 9 of 16: upgrade b4f908c2eda7 Shipments'
BEGIN;

-- [18] migrations/b4f908c2eda7_shipments.mig:7  create table carrier
CREATE TABLE carrier (
  code VARCHAR(10) NOT NULL,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT carrier_pkey PRIMARY KEY (code)
);

-- [19] migrations/b4f908c2eda7_shipments.mig:11  insert 2 rows into carrier
INSERT INTO carrier (code, name) VALUES
  ('DHL', 'DHL Paket'),
  ('GLS', 'GLS');

-- [20] migrations/b4f908c2eda7_shipments.mig:13  create table shipment
CREATE TABLE shipment (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY,
  order_id BIGINT NOT NULL,
  carrier_code VARCHAR(10) NOT NULL,
  tracking VARCHAR(60),
  shipped_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT shipment_pkey PRIMARY KEY (id),
  CONSTRAINT shipment_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT shipment_carrier_code_fkey FOREIGN KEY (carrier_code) REFERENCES carrier (code)
);

-- b4f908c2eda7 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'b4f908c2eda7' WHERE version_num = '81c6d5f9ba74';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 81c6d5f9ba74, so something else changed it while this script ran; revision b4f908c2eda7 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b4f908c2eda7', 'upgrade', 'Shipments', 'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: b4f908c2eda7 is done already'
\endif

-- ---- Upgrade 92d7e6a0cb85: Invoices
SELECT current_setting('migc.done')::integer <= 9 AS migc_due \gset
\if :migc_due
\echo 'migc: 10 of 16: upgrade 92d7e6a0cb85 Invoices'
BEGIN;

-- [21] migrations/92d7e6a0cb85_invoices.mig:7  create table invoice
CREATE TABLE invoice (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY,
  order_id BIGINT NOT NULL,
  number VARCHAR(20) NOT NULL,
  issued_on DATE DEFAULT CURRENT_DATE NOT NULL,
  paid BOOLEAN DEFAULT FALSE NOT NULL,
  CONSTRAINT invoice_pkey PRIMARY KEY (id),
  CONSTRAINT invoice_order_id_key UNIQUE (order_id),
  CONSTRAINT invoice_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id)
);

-- [22] migrations/92d7e6a0cb85_invoices.mig:14  create unique index invoice_number_key on invoice
CREATE UNIQUE INDEX invoice_number_key ON invoice (number);

-- 92d7e6a0cb85 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  INSERT INTO migc_version (version_num) VALUES ('92d7e6a0cb85') ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version holds 92d7e6a0cb85 already, so something else changed it while this script ran; revision 92d7e6a0cb85 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('92d7e6a0cb85', 'upgrade', 'Invoices', 'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: 92d7e6a0cb85 is done already'
\endif

-- ---- Upgrade a3e8f7b1dc96: Find open invoices fast
SELECT current_setting('migc.done')::integer <= 10 AS migc_due \gset
\if :migc_due
\echo 'migc: 11 of 16: upgrade a3e8f7b1dc96 Find open invoices fast'
BEGIN;

-- [23] migrations/a3e8f7b1dc96_open_invoices.mig:10  create index invoice_open_idx on invoice
CREATE INDEX invoice_open_idx ON invoice (issued_on) WHERE NOT paid;

-- a3e8f7b1dc96 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'a3e8f7b1dc96' WHERE version_num = '92d7e6a0cb85';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 92d7e6a0cb85, so something else changed it while this script ran; revision a3e8f7b1dc96 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a3e8f7b1dc96', 'upgrade', 'Find open invoices fast', '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

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
  touched bigint;
BEGIN
  DELETE FROM migc_version WHERE version_num = 'a3e8f7b1dc96';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds a3e8f7b1dc96, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded';
  END IF;
  UPDATE migc_version SET version_num = 'c50a19d3feb8' WHERE version_num = 'b4f908c2eda7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds b4f908c2eda7, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('c50a19d3feb8', 'upgrade', 'Merge billing and shipping', '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: c50a19d3feb8 is done already'
\endif

-- ---- Upgrade d61b2ae40fc9: Notes on customers, and who to ask
SELECT current_setting('migc.done')::integer <= 12 AS migc_due \gset
\if :migc_due
\echo 'migc: 13 of 16: upgrade d61b2ae40fc9 Notes on customers, and who to ask'
BEGIN;

-- [24] migrations/d61b2ae40fc9_customer_notes.mig:7  add column customer.note, add column customer.contact
ALTER TABLE customer
  ADD COLUMN note TEXT,
  ADD COLUMN contact VARCHAR(320) DEFAULT 'help@shop.example' NOT NULL;

-- [25] migrations/d61b2ae40fc9_customer_notes.mig:9  comment on column customer.note
COMMENT ON COLUMN customer.note IS 'Written by the support desk; never shown to the customer';

-- d61b2ae40fc9 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'd61b2ae40fc9' WHERE version_num = 'c50a19d3feb8';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds c50a19d3feb8, so something else changed it while this script ran; revision d61b2ae40fc9 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('d61b2ae40fc9', 'upgrade', 'Notes on customers, and who to ask', '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: d61b2ae40fc9 is done already'
\endif

-- ---- Upgrade e72c3bf510da: A view of open orders
SELECT current_setting('migc.done')::integer <= 13 AS migc_due \gset
\if :migc_due
\echo 'migc: 14 of 16: upgrade e72c3bf510da A view of open orders'
BEGIN;

-- [26] migrations/e72c3bf510da_open_orders_view.mig:15  run raw SQL
CREATE VIEW open_order AS
SELECT o.id, o.placed_at, c.display_name
FROM "order" o JOIN customer c ON c.id = o.customer_id
WHERE o.status = 'open';

-- e72c3bf510da is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'e72c3bf510da' WHERE version_num = 'd61b2ae40fc9';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds d61b2ae40fc9, so something else changed it while this script ran; revision e72c3bf510da is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('e72c3bf510da', 'upgrade', 'A view of open orders', '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: e72c3bf510da is done already'
\endif

-- ---- Upgrade f83d4c0621eb: Every order has a channel
SELECT current_setting('migc.done')::integer <= 14 AS migc_due \gset
\if :migc_due
\echo 'migc: 15 of 16: upgrade f83d4c0621eb Every order has a channel'
BEGIN;

-- [27] migrations/f83d4c0621eb_every_order_has_a_channel.mig:6  require: there are customers without an e-mail address; ask the support desk first
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

-- [28] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  add column order.channel
ALTER TABLE "order" ADD COLUMN channel VARCHAR(10);

-- [29] migrations/f83d4c0621eb_every_order_has_a_channel.mig:8  update rows of order
UPDATE "order" SET channel = 'web' WHERE channel IS NULL;

-- [30] migrations/f83d4c0621eb_every_order_has_a_channel.mig:10  set default of order.channel
ALTER TABLE "order" ALTER COLUMN channel SET DEFAULT 'web';

-- [31] migrations/f83d4c0621eb_every_order_has_a_channel.mig:11  set not null on order.channel, add check constraint order_channel_known to order
ALTER TABLE "order"
  ALTER COLUMN channel SET NOT NULL,
  ADD CONSTRAINT order_channel_known CHECK (channel IN ('web', 'phone', 'shop'));

-- f83d4c0621eb is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'f83d4c0621eb' WHERE version_num = 'e72c3bf510da';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds e72c3bf510da, so something else changed it while this script ran; revision f83d4c0621eb is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('f83d4c0621eb', 'upgrade', 'Every order has a channel', 'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: f83d4c0621eb is done already'
\endif

-- ---- Upgrade 094e5d1732fc: Drop the old codes
SELECT current_setting('migc.done')::integer <= 15 AS migc_due \gset
\if :migc_due
\echo 'migc: 16 of 16: upgrade 094e5d1732fc Drop the old codes'
BEGIN;

-- [32] migrations/094e5d1732fc_drop_the_old_codes.mig:7  drop column product.old_code
ALTER TABLE product DROP COLUMN old_code;

-- [33] migrations/094e5d1732fc_drop_the_old_codes.mig:8  rename constraint product_price_positive of product to product_price_check
ALTER TABLE product RENAME CONSTRAINT product_price_positive TO product_price_check;

-- [34] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table category to product_category
ALTER TABLE category RENAME TO product_category;

-- 094e5d1732fc is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = '094e5d1732fc' WHERE version_num = 'f83d4c0621eb';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds f83d4c0621eb, so something else changed it while this script ran; revision 094e5d1732fc is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('094e5d1732fc', 'upgrade', 'Drop the old codes', 'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', '6a4af446f24411324baafdc21a391c4dcdfb4779d5801523a69134a3d5764536');
COMMIT;

\else
\echo 'migc: 094e5d1732fc is done already'
\endif

\set QUIET on
DO $migc$
BEGIN
  PERFORM pg_advisory_unlock(4440029774586726956);
END
$migc$;
\set QUIET :migc_quiet

-- For the ticket
SELECT 'MIGC-RECEIPT 1 postgres base 094e5d1732fc 6a4af446f244 16' AS receipt;
