-- Upgrade of a SQLite database from base to 094e5d1732fc
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to 094e5d1732fc --upgrade --dialect sqlite --target-version 3.40 -D
--                support_email=help@shop.example
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            094e5d1732fc
-- SHA-256:       a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
-- Transactions:  one for the whole script: a failure leaves nothing behind
-- Loses data:    [54] rebuild of product: drop the old table
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
CREATE TEMP TRIGGER migc_stop_done BEFORE INSERT ON migc_stop WHEN new.reason = 'done'
BEGIN SELECT RAISE(ABORT, 'this database is at 094e5d1732fc already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script starts at base, and this database is elsewhere (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_changed BEFORE INSERT ON migc_stop WHEN new.reason = 'changed'
BEGIN SELECT RAISE(ABORT, 'something else changed table migc_version while this script ran; the revision at hand is not recorded'); END;
CREATE TEMP TRIGGER migc_stop_orphans BEFORE INSERT ON migc_stop WHEN new.reason = 'orphans'
BEGIN SELECT RAISE(ABORT, 'foreign keys are broken (see the lines before); the whole script was rolled back'); END;
DROP TABLE IF EXISTS temp.migc_orphan;
CREATE TEMP TABLE migc_orphan (child TEXT, parent TEXT, rows INTEGER);

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS migc_version (version_num);
INSERT INTO temp.migc_stop SELECT 'done' WHERE NOT ((SELECT count(*), total(version_num IN ('094e5d1732fc')) FROM migc_version) <> (1, 1));
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT 'start' WHERE EXISTS (SELECT 1 FROM migc_version);
ROLLBACK;

-- ---- Upgrade 1f0c2a7d94b1: Create customers
.print "migc: 1 of 16: upgrade 1f0c2a7d94b1 Create customers"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS migc_version (
  version_num VARCHAR(128) NOT NULL PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS migc_history (
  id INTEGER PRIMARY KEY,
  revision VARCHAR(128) NOT NULL,
  direction VARCHAR(9) NOT NULL,
  message TEXT NOT NULL,
  source_sha256 CHAR(64) NOT NULL,
  script_sha256 CHAR(64) NOT NULL,
  applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%fZ', 'now'))
);
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE EXISTS (SELECT 1 FROM migc_version);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [1] migrations/1f0c2a7d94b1_create_customers.mig:6  create table customer
CREATE TABLE customer (
  id INTEGER NOT NULL,
  full_name VARCHAR(200) NOT NULL,
  email VARCHAR(320) NOT NULL,
  is_active BOOLEAN NOT NULL DEFAULT '1',
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT customer_pkey PRIMARY KEY (id),
  CONSTRAINT customer_email_key UNIQUE (email),
  CONSTRAINT customer_email_has_at CHECK (email LIKE '%@%')
);

-- 1f0c2a7d94b1 is done
INSERT INTO migc_version (version_num) VALUES ('1f0c2a7d94b1');
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('1f0c2a7d94b1', 'upgrade', 'Create customers', '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade 2b8e51c0d3f7: Create the catalog
.print "migc: 2 of 16: upgrade 2b8e51c0d3f7 Create the catalog"
-- [2] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  create table category
CREATE TABLE category (
  id INTEGER NOT NULL,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT category_pkey PRIMARY KEY (id),
  CONSTRAINT category_name_key UNIQUE (name)
);

-- [3] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  create table product
CREATE TABLE product (
  id INTEGER NOT NULL,
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

-- [4] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  create index product_category_id_title_idx on product
CREATE INDEX product_category_id_title_idx ON product (category_id, title);

-- 2b8e51c0d3f7 is done
UPDATE migc_version SET version_num = '2b8e51c0d3f7' WHERE version_num = '1f0c2a7d94b1';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('2b8e51c0d3f7', 'upgrade', 'Create the catalog', 'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade 3c94d6e2a815: Create orders
.print "migc: 3 of 16: upgrade 3c94d6e2a815 Create orders"
-- [5] migrations/3c94d6e2a815_create_orders.mig:6  create table order
CREATE TABLE "order" (
  id INTEGER NOT NULL,
  customer_id BIGINT NOT NULL,
  placed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  status VARCHAR(20) NOT NULL DEFAULT 'open',
  CONSTRAINT order_pkey PRIMARY KEY (id),
  CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT order_status_known CHECK (status IN ('open', 'paid', 'shipped', 'cancelled'))
);

-- [6] migrations/3c94d6e2a815_create_orders.mig:6  create index order_customer_id_placed_at_idx on order
CREATE INDEX order_customer_id_placed_at_idx ON "order" (customer_id, placed_at DESC);

-- [7] migrations/3c94d6e2a815_create_orders.mig:15  create table order_item
CREATE TABLE order_item (
  order_id BIGINT NOT NULL,
  line SMALLINT NOT NULL,
  product_id BIGINT NOT NULL,
  quantity INTEGER NOT NULL DEFAULT 1,
  unit_price NUMERIC(8,2) NOT NULL,
  CONSTRAINT order_item_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT order_item_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id),
  CONSTRAINT order_item_pkey PRIMARY KEY (order_id, line),
  CONSTRAINT order_item_quantity_check CHECK (quantity > 0)
);

-- 3c94d6e2a815 is done
UPDATE migc_version SET version_num = '3c94d6e2a815' WHERE version_num = '2b8e51c0d3f7';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('3c94d6e2a815', 'upgrade', 'Create orders', 'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade 4da7f3b09c26: Add countries
.print "migc: 4 of 16: upgrade 4da7f3b09c26 Add countries"
-- [8] migrations/4da7f3b09c26_add_countries.mig:6  create table country
CREATE TABLE country (
  code CHAR(2) NOT NULL,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT country_pkey PRIMARY KEY (code)
);

-- [9] migrations/4da7f3b09c26_add_countries.mig:10  insert 5 rows into country
INSERT INTO country (code, name) VALUES
  ('DE', 'Germany'),
  ('FR', 'France'),
  ('GB', 'United Kingdom'),
  ('US', 'United States'),
  ('CI', 'Côte d''Ivoire');

-- [10] migrations/4da7f3b09c26_add_countries.mig:11  insert 2 rows into country
INSERT INTO country (code, name) VALUES
  ('CH', 'Switzerland'),
  ('AT', 'Austria');

-- [11] migrations/4da7f3b09c26_add_countries.mig:15  add column customer.country_code
ALTER TABLE customer ADD COLUMN country_code CHAR(2) CONSTRAINT customer_country_code_fkey REFERENCES country (code);

-- 4da7f3b09c26 is done
UPDATE migc_version SET version_num = '4da7f3b09c26' WHERE version_num = '3c94d6e2a815';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('4da7f3b09c26', 'upgrade', 'Add countries', '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade 5e13a8c7f402: Find customers by name without blocking writers
.print "migc: 5 of 16: upgrade 5e13a8c7f402 Find customers by name without blocking writers"
-- [12] migrations/5e13a8c7f402_find_customers_by_name.mig:13  create index customer_name_idx on customer
CREATE INDEX customer_name_idx ON customer (lower(full_name));

-- 5e13a8c7f402 is done
UPDATE migc_version SET version_num = '5e13a8c7f402' WHERE version_num = '4da7f3b09c26';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('5e13a8c7f402', 'upgrade', 'Find customers by name without blocking writers', '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade 6f42b9d10e58: Call it display_name
.print "migc: 6 of 16: upgrade 6f42b9d10e58 Call it display_name"
-- [13] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.full_name to display_name
ALTER TABLE customer RENAME COLUMN full_name TO display_name;

-- 6f42b9d10e58 is done
UPDATE migc_version SET version_num = '6f42b9d10e58' WHERE version_num = '5e13a8c7f402';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('6f42b9d10e58', 'upgrade', 'Call it display_name', 'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade 70b5c4e8a963: Prices with four decimals
.print "migc: 7 of 16: upgrade 70b5c4e8a963 Prices with four decimals"
-- [14] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  change type of product.price to decimal(12,4), set default of product.price: rebuild of product: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_14;
CREATE TEMP TRIGGER migc_stop_require_14 BEFORE INSERT ON migc_stop WHEN new.reason = 'require_14'
BEGIN SELECT RAISE(ABORT, 'table product has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it'); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo('product') WHERE name COLLATE NOCASE NOT IN ('id', 'category_id', 'sku', 'title', 'price', 'old_code', 'description')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'product' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('product_category_id_title_idx')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'product' COLLATE NOCASE
)
) SELECT 'require_14' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [15] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: create the new table
CREATE TABLE migc_new_product (
  id INTEGER NOT NULL,
  category_id INTEGER NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  price NUMERIC(12,4) NOT NULL DEFAULT 0,
  old_code VARCHAR(20),
  description TEXT,
  CONSTRAINT product_pkey PRIMARY KEY (id),
  CONSTRAINT product_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id),
  CONSTRAINT product_sku_key UNIQUE (sku),
  CONSTRAINT product_price_positive CHECK (price >= 0)
);

-- [16] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: copy the rows
INSERT INTO migc_new_product (id, category_id, sku, title, price, old_code, description)
SELECT id, category_id, sku, title, price, old_code, description
FROM product;

-- [17] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: drop the old table
DROP TABLE product;

-- [18] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [19] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: take the name
ALTER TABLE migc_new_product RENAME TO product;

-- [20] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: renames follow again
PRAGMA legacy_alter_table = OFF;

-- [21] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: index product_category_id_title_idx again
CREATE INDEX product_category_id_title_idx ON product (category_id, title);

-- [22] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(12,4): rebuild of order_item: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_22;
CREATE TEMP TRIGGER migc_stop_require_22 BEFORE INSERT ON migc_stop WHEN new.reason = 'require_22'
BEGIN SELECT RAISE(ABORT, 'table order_item has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it'); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo('order_item') WHERE name COLLATE NOCASE NOT IN ('order_id', 'line', 'product_id', 'quantity', 'unit_price')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'order_item' COLLATE NOCASE AND sql IS NOT NULL
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'order_item' COLLATE NOCASE
)
) SELECT 'require_22' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [23] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: create the new table
CREATE TABLE migc_new_order_item (
  order_id BIGINT NOT NULL,
  line SMALLINT NOT NULL,
  product_id BIGINT NOT NULL,
  quantity INTEGER NOT NULL DEFAULT 1,
  unit_price NUMERIC(12,4) NOT NULL,
  CONSTRAINT order_item_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT order_item_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id),
  CONSTRAINT order_item_pkey PRIMARY KEY (order_id, line),
  CONSTRAINT order_item_quantity_check CHECK (quantity > 0)
);

-- [24] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: copy the rows
INSERT INTO migc_new_order_item (order_id, line, product_id, quantity, unit_price)
SELECT order_id, line, product_id, quantity, unit_price
FROM order_item;

-- [25] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: drop the old table
DROP TABLE order_item;

-- [26] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [27] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: take the name
ALTER TABLE migc_new_order_item RENAME TO order_item;

-- [28] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: renames follow again
PRAGMA legacy_alter_table = OFF;

-- 70b5c4e8a963 is done
UPDATE migc_version SET version_num = '70b5c4e8a963' WHERE version_num = '6f42b9d10e58';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('70b5c4e8a963', 'upgrade', 'Prices with four decimals', '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade 81c6d5f9ba74: Line totals
.print "migc: 8 of 16: upgrade 81c6d5f9ba74 Line totals"
-- [29] migrations/81c6d5f9ba74_line_totals.mig:8  add column order_item.line_total
ALTER TABLE order_item ADD COLUMN line_total NUMERIC(14,4) GENERATED ALWAYS AS (quantity * unit_price);

-- 81c6d5f9ba74 is done
UPDATE migc_version SET version_num = '81c6d5f9ba74' WHERE version_num = '70b5c4e8a963';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('81c6d5f9ba74', 'upgrade', 'Line totals', '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade b4f908c2eda7: Shipments
.print "migc: 9 of 16: upgrade b4f908c2eda7 Shipments"
-- [30] migrations/b4f908c2eda7_shipments.mig:7  create table carrier
CREATE TABLE carrier (
  code VARCHAR(10) NOT NULL,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT carrier_pkey PRIMARY KEY (code)
);

-- [31] migrations/b4f908c2eda7_shipments.mig:11  insert 2 rows into carrier
INSERT INTO carrier (code, name) VALUES
  ('DHL', 'DHL Paket'),
  ('GLS', 'GLS');

-- [32] migrations/b4f908c2eda7_shipments.mig:13  create table shipment
CREATE TABLE shipment (
  id INTEGER NOT NULL,
  order_id BIGINT NOT NULL,
  carrier_code VARCHAR(10) NOT NULL,
  tracking VARCHAR(60),
  shipped_at DATETIME,
  CONSTRAINT shipment_pkey PRIMARY KEY (id),
  CONSTRAINT shipment_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT shipment_carrier_code_fkey FOREIGN KEY (carrier_code) REFERENCES carrier (code)
);

-- b4f908c2eda7 is done
UPDATE migc_version SET version_num = 'b4f908c2eda7' WHERE version_num = '81c6d5f9ba74';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b4f908c2eda7', 'upgrade', 'Shipments', 'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade 92d7e6a0cb85: Invoices
.print "migc: 10 of 16: upgrade 92d7e6a0cb85 Invoices"
-- [33] migrations/92d7e6a0cb85_invoices.mig:7  create table invoice
CREATE TABLE invoice (
  id INTEGER NOT NULL,
  order_id BIGINT NOT NULL,
  number VARCHAR(20) NOT NULL,
  issued_on DATE NOT NULL DEFAULT CURRENT_DATE,
  paid BOOLEAN NOT NULL DEFAULT '0',
  CONSTRAINT invoice_pkey PRIMARY KEY (id),
  CONSTRAINT invoice_order_id_key UNIQUE (order_id),
  CONSTRAINT invoice_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id)
);

-- [34] migrations/92d7e6a0cb85_invoices.mig:14  create unique index invoice_number_key on invoice
CREATE UNIQUE INDEX invoice_number_key ON invoice (number);

-- 92d7e6a0cb85 is done
INSERT INTO migc_version (version_num) VALUES ('92d7e6a0cb85');
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('92d7e6a0cb85', 'upgrade', 'Invoices', 'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade a3e8f7b1dc96: Find open invoices fast
.print "migc: 11 of 16: upgrade a3e8f7b1dc96 Find open invoices fast"
-- [35] migrations/a3e8f7b1dc96_open_invoices.mig:10  create index invoice_open_idx on invoice
CREATE INDEX invoice_open_idx ON invoice (issued_on) WHERE NOT paid;

-- a3e8f7b1dc96 is done
UPDATE migc_version SET version_num = 'a3e8f7b1dc96' WHERE version_num = '92d7e6a0cb85';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a3e8f7b1dc96', 'upgrade', 'Find open invoices fast', '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade c50a19d3feb8: Merge billing and shipping
.print "migc: 12 of 16: upgrade c50a19d3feb8 Merge billing and shipping"
-- c50a19d3feb8 is done
DELETE FROM migc_version WHERE version_num = 'a3e8f7b1dc96';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
UPDATE migc_version SET version_num = 'c50a19d3feb8' WHERE version_num = 'b4f908c2eda7';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('c50a19d3feb8', 'upgrade', 'Merge billing and shipping', '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade d61b2ae40fc9: Notes on customers, and who to ask
.print "migc: 13 of 16: upgrade d61b2ae40fc9 Notes on customers, and who to ask"
-- [36] migrations/d61b2ae40fc9_customer_notes.mig:7  add column customer.note
ALTER TABLE customer ADD COLUMN note TEXT;

-- [37] migrations/d61b2ae40fc9_customer_notes.mig:8  add column customer.contact
ALTER TABLE customer ADD COLUMN contact VARCHAR(320) NOT NULL DEFAULT 'help@shop.example';

-- [38] migrations/d61b2ae40fc9_customer_notes.mig:9  comment on column customer.note (SQLite keeps no comments)

-- d61b2ae40fc9 is done
UPDATE migc_version SET version_num = 'd61b2ae40fc9' WHERE version_num = 'c50a19d3feb8';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('d61b2ae40fc9', 'upgrade', 'Notes on customers, and who to ask', '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade e72c3bf510da: A view of open orders
.print "migc: 14 of 16: upgrade e72c3bf510da A view of open orders"
-- [39] migrations/e72c3bf510da_open_orders_view.mig:15  run raw SQL
CREATE VIEW open_order AS
SELECT o.id, o.placed_at, c.display_name
FROM "order" o JOIN customer c ON c.id = o.customer_id
WHERE o.status = 'open';

-- e72c3bf510da is done
UPDATE migc_version SET version_num = 'e72c3bf510da' WHERE version_num = 'd61b2ae40fc9';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('e72c3bf510da', 'upgrade', 'A view of open orders', '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade f83d4c0621eb: Every order has a channel
.print "migc: 15 of 16: upgrade f83d4c0621eb Every order has a channel"
-- [40] migrations/f83d4c0621eb_every_order_has_a_channel.mig:6  require: there are customers without an e-mail address; ask the support desk first
DROP TRIGGER IF EXISTS temp.migc_stop_require_40;
CREATE TEMP TRIGGER migc_stop_require_40 BEFORE INSERT ON migc_stop WHEN new.reason = 'require_40'
BEGIN SELECT RAISE(ABORT, 'there are customers without an e-mail address; ask the support desk first'); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM customer WHERE email = ''
) SELECT 'require_40' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [41] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  add column order.channel
ALTER TABLE "order" ADD COLUMN channel VARCHAR(10);

-- [42] migrations/f83d4c0621eb_every_order_has_a_channel.mig:8  update rows of order
UPDATE "order" SET channel = 'web' WHERE channel IS NULL;

-- [43] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  set default of order.channel, set not null on order.channel, add check constraint order_channel_known to order: rebuild of order: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_43;
CREATE TEMP TRIGGER migc_stop_require_43 BEFORE INSERT ON migc_stop WHEN new.reason = 'require_43'
BEGIN SELECT RAISE(ABORT, 'table order has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it'); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo('order') WHERE name COLLATE NOCASE NOT IN ('id', 'customer_id', 'placed_at', 'status', 'channel')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'order' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('order_customer_id_placed_at_idx')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'order' COLLATE NOCASE
)
) SELECT 'require_43' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [44] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: create the new table
CREATE TABLE migc_new_order (
  id INTEGER NOT NULL,
  customer_id BIGINT NOT NULL,
  placed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  status VARCHAR(20) NOT NULL DEFAULT 'open',
  channel VARCHAR(10) NOT NULL DEFAULT 'web',
  CONSTRAINT order_pkey PRIMARY KEY (id),
  CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT order_status_known CHECK (status IN ('open', 'paid', 'shipped', 'cancelled')),
  CONSTRAINT order_channel_known CHECK (channel IN ('web', 'phone', 'shop'))
);

-- [45] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: copy the rows
INSERT INTO migc_new_order (id, customer_id, placed_at, status, channel)
SELECT id, customer_id, placed_at, status, channel
FROM "order";

-- [46] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: drop the old table
DROP TABLE "order";

-- [47] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [48] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: take the name
ALTER TABLE migc_new_order RENAME TO "order";

-- [49] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: renames follow again
PRAGMA legacy_alter_table = OFF;

-- [50] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: index order_customer_id_placed_at_idx again
CREATE INDEX order_customer_id_placed_at_idx ON "order" (customer_id, placed_at DESC);

-- f83d4c0621eb is done
UPDATE migc_version SET version_num = 'f83d4c0621eb' WHERE version_num = 'e72c3bf510da';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('f83d4c0621eb', 'upgrade', 'Every order has a channel', 'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- ---- Upgrade 094e5d1732fc: Drop the old codes
.print "migc: 16 of 16: upgrade 094e5d1732fc Drop the old codes"
-- [51] migrations/094e5d1732fc_drop_the_old_codes.mig:6  drop column product.old_code, rename constraint product_price_positive of product to product_price_check: rebuild of product: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_51;
CREATE TEMP TRIGGER migc_stop_require_51 BEFORE INSERT ON migc_stop WHEN new.reason = 'require_51'
BEGIN SELECT RAISE(ABORT, 'table product has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it'); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo('product') WHERE name COLLATE NOCASE NOT IN ('id', 'category_id', 'sku', 'title', 'price', 'description', 'old_code')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'product' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('product_category_id_title_idx')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'product' COLLATE NOCASE
)
) SELECT 'require_51' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [52] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: create the new table
CREATE TABLE migc_new_product (
  id INTEGER NOT NULL,
  category_id INTEGER NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  price NUMERIC(12,4) NOT NULL DEFAULT 0,
  description TEXT,
  CONSTRAINT product_pkey PRIMARY KEY (id),
  CONSTRAINT product_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id),
  CONSTRAINT product_sku_key UNIQUE (sku),
  CONSTRAINT product_price_check CHECK (price >= 0)
);

-- [53] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: copy the rows
INSERT INTO migc_new_product (id, category_id, sku, title, price, description)
SELECT id, category_id, sku, title, price, description
FROM product;

-- [54] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: drop the old table
DROP TABLE product;

-- [55] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [56] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: take the name
ALTER TABLE migc_new_product RENAME TO product;

-- [57] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: renames follow again
PRAGMA legacy_alter_table = OFF;

-- [58] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: index product_category_id_title_idx again
CREATE INDEX product_category_id_title_idx ON product (category_id, title);

-- [59] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table category to product_category
ALTER TABLE category RENAME TO product_category;

-- 094e5d1732fc is done
UPDATE migc_version SET version_num = '094e5d1732fc' WHERE version_num = 'f83d4c0621eb';
INSERT INTO temp.migc_stop SELECT 'changed' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('094e5d1732fc', 'upgrade', 'Drop the old codes', 'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', 'a97f0fd2e03c2c635170bdcf9b96f2e968df33402acdf61793bd209a0ce37de2');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT 'migc: ' || sum(rows) || ' row(s) of table ' || child || ' refer to rows of table ' || parent || ' that are not there'
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT 'orphans' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

DROP TABLE temp.migc_orphan;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite base 094e5d1732fc a97f0fd2e03c 16' AS receipt;
