-- Downgrade of a SQLite database from 094e5d1732fc to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from 094e5d1732fc --to base --downgrade --dialect sqlite --target-version 3.40 -D
--                support_email=help@shop.example
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Apply with:    sqlite3 DATABASE_FILE < THIS_FILE
-- Direction:     downgrade
-- From:          094e5d1732fc
-- To:            base
-- SHA-256:       eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944 (of this script, with zeros in the place of this number)
-- Takes:         the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to 10 seconds for another writer
--                the file migc-run-0d5cf0fa5b91.sql in the current directory, through which it passes over what is done already
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own; run again, the same script goes on from there
-- Loses data:    [18] drop column order.channel
--                [21] drop column customer.contact
--                [22] drop column customer.note
--                [25] drop table invoice
--                [26] drop table shipment
--                [28] drop table carrier
--                [29] drop column order_item.line_total
--                [33] rebuild of order_item: drop the old table
--                [40] rebuild of product: drop the old table
--                [50] rebuild of customer: drop the old table
--                [56] drop table country
--                [57] drop table order_item
--                [58] drop table order
--                [59] drop table product
--                [60] drop table category
--                [61] drop table customer
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
CREATE TEMP TRIGGER migc_stop_table BEFORE INSERT ON migc_stop WHEN new.reason = 'table'
BEGIN SELECT RAISE(ABORT, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at 094e5d1732fc; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_history BEFORE INSERT ON migc_stop WHEN new.reason = 'history'
BEGIN SELECT RAISE(ABORT, 'there is no table migc_history, in which this script records what it did; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_done BEFORE INSERT ON migc_stop WHEN new.reason = 'done'
BEGIN SELECT RAISE(ABORT, 'this database is at base already, where this script leads; nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_start BEFORE INSERT ON migc_stop WHEN new.reason = 'start'
BEGIN SELECT RAISE(ABORT, 'this script starts at 094e5d1732fc, and this database is elsewhere (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_other BEFORE INSERT ON migc_stop WHEN new.reason = 'other'
BEGIN SELECT RAISE(ABORT, 'this script starts at 094e5d1732fc, and no run of it left the database where it is (see the line before); nothing was changed'); END;
CREATE TEMP TRIGGER migc_stop_changed BEFORE INSERT ON migc_stop WHEN new.reason = 'changed'
BEGIN SELECT RAISE(ABORT, 'something else changed table migc_version while this script ran; the revision at hand is not recorded'); END;
CREATE TEMP TRIGGER migc_stop_orphans BEFORE INSERT ON migc_stop WHEN new.reason = 'orphans'
BEGIN SELECT RAISE(ABORT, 'foreign keys are broken (see the lines before); the revision at hand was rolled back'); END;
DROP TABLE IF EXISTS temp.migc_orphan;
CREATE TEMP TABLE migc_orphan (child TEXT, parent TEXT, rows INTEGER);
-- How far the database is on the way of this script.
DROP TABLE IF EXISTS temp.migc_way;
CREATE TEMP TABLE migc_way (done INTEGER, head TEXT);
INSERT INTO temp.migc_way VALUES
  (0, '094e5d1732fc'),
  (1, 'f83d4c0621eb'),
  (2, 'e72c3bf510da'),
  (3, 'd61b2ae40fc9'),
  (4, 'c50a19d3feb8'),
  (5, 'a3e8f7b1dc96'),
  (5, 'b4f908c2eda7'),
  (6, '92d7e6a0cb85'),
  (6, 'b4f908c2eda7'),
  (7, 'b4f908c2eda7'),
  (8, '81c6d5f9ba74'),
  (9, '70b5c4e8a963'),
  (10, '6f42b9d10e58'),
  (11, '5e13a8c7f402'),
  (12, '4da7f3b09c26'),
  (13, '3c94d6e2a815'),
  (14, '2b8e51c0d3f7'),
  (15, '1f0c2a7d94b1'),
  (16, NULL);
DROP TABLE IF EXISTS temp.migc_run;
CREATE TEMP TABLE migc_run (done INTEGER, here TEXT, made_by TEXT);

-- Guards: when one of them stops the script, nothing was changed.
SELECT 'migc: this is SQLite ' || sqlite_version() WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'engine' WHERE CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < 3040;
INSERT INTO temp.migc_stop SELECT 'table' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'migc_version' COLLATE NOCASE);
INSERT INTO temp.migc_stop SELECT 'history' WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'migc_history' COLLATE NOCASE);
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' WHERE writefile('migc-run-0d5cf0fa5b91.sql', (
  WITH step (done, heads, found) AS (
    SELECT done, count(head), total(head IN (SELECT version_num FROM migc_version)) FROM temp.migc_way GROUP BY done)
  SELECT 'INSERT INTO temp.migc_run VALUES (' || quote((SELECT done FROM step WHERE heads = found AND heads = (SELECT count(*) FROM migc_version)))
    || ', ' || quote(coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base')) || ', ' || quote((SELECT script_sha256 FROM migc_history ORDER BY id DESC LIMIT 1)) || ');')) IS NULL;
.read migc-run-0d5cf0fa5b91.sql
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done = 16;
INSERT INTO temp.migc_stop SELECT 'done' FROM temp.migc_run WHERE done = 16;
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done IS NULL;
INSERT INTO temp.migc_stop SELECT 'start' FROM temp.migc_run WHERE done IS NULL;
SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done > 0;
INSERT INTO temp.migc_stop SELECT 'other' FROM temp.migc_run WHERE done > 0 AND made_by IS NOT 'eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944';

-- ---- Downgrade 094e5d1732fc: Drop the old codes
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 0 THEN '
.print "migc: 1 of 16: downgrade 094e5d1732fc Drop the old codes"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''094e5d1732fc'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''094e5d1732fc'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [1] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table product_category to category
ALTER TABLE product_category RENAME TO category;

-- [2] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rename constraint product_price_check of product to product_price_positive, add column product.old_code: rebuild of product: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_2;
CREATE TEMP TRIGGER migc_stop_require_2 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_2''
BEGIN SELECT RAISE(ABORT, ''table product has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo(''product'') WHERE name COLLATE NOCASE NOT IN (''id'', ''category_id'', ''sku'', ''title'', ''price'', ''description'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''index'' AND tbl_name = ''product'' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN (''product_category_id_title_idx'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''trigger'' AND tbl_name = ''product'' COLLATE NOCASE
)
) SELECT ''require_2'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [3] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: create the new table
CREATE TABLE migc_new_product (
  id INTEGER NOT NULL,
  category_id INTEGER NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  price NUMERIC(12,4) NOT NULL DEFAULT 0,
  description TEXT,
  old_code VARCHAR(20),
  CONSTRAINT product_pkey PRIMARY KEY (id),
  CONSTRAINT product_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id),
  CONSTRAINT product_sku_key UNIQUE (sku),
  CONSTRAINT product_price_positive CHECK (price >= 0)
);

-- [4] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: copy the rows
INSERT INTO migc_new_product (id, category_id, sku, title, price, description)
SELECT id, category_id, sku, title, price, description
FROM product;

-- [5] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: drop the old table
DROP TABLE product;

-- [6] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [7] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: take the name
ALTER TABLE migc_new_product RENAME TO product;

-- [8] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: renames follow again
PRAGMA legacy_alter_table = OFF;

-- [9] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rebuild of product: index product_category_id_title_idx again
CREATE INDEX product_category_id_title_idx ON product (category_id, title);

-- 094e5d1732fc is done
UPDATE migc_version SET version_num = ''f83d4c0621eb'' WHERE version_num = ''094e5d1732fc'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''094e5d1732fc'', ''downgrade'', ''Drop the old codes'', ''cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: 094e5d1732fc is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade f83d4c0621eb: Every order has a channel
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 1 THEN '
.print "migc: 2 of 16: downgrade f83d4c0621eb Every order has a channel"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''f83d4c0621eb'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''f83d4c0621eb'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [10] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop constraint order_channel_known of order, drop not null on order.channel, drop default of order.channel: rebuild of order: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_10;
CREATE TEMP TRIGGER migc_stop_require_10 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_10''
BEGIN SELECT RAISE(ABORT, ''table order has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo(''order'') WHERE name COLLATE NOCASE NOT IN (''id'', ''customer_id'', ''placed_at'', ''status'', ''channel'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''index'' AND tbl_name = ''order'' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN (''order_customer_id_placed_at_idx'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''trigger'' AND tbl_name = ''order'' COLLATE NOCASE
)
) SELECT ''require_10'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [11] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: create the new table
CREATE TABLE migc_new_order (
  id INTEGER NOT NULL,
  customer_id BIGINT NOT NULL,
  placed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  status VARCHAR(20) NOT NULL DEFAULT ''open'',
  channel VARCHAR(10),
  CONSTRAINT order_pkey PRIMARY KEY (id),
  CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT order_status_known CHECK (status IN (''open'', ''paid'', ''shipped'', ''cancelled''))
);

-- [12] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: copy the rows
INSERT INTO migc_new_order (id, customer_id, placed_at, status, channel)
SELECT id, customer_id, placed_at, status, channel
FROM "order";

-- [13] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: drop the old table
DROP TABLE "order";

-- [14] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [15] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: take the name
ALTER TABLE migc_new_order RENAME TO "order";

-- [16] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: renames follow again
PRAGMA legacy_alter_table = OFF;

-- [17] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  rebuild of order: index order_customer_id_placed_at_idx again
CREATE INDEX order_customer_id_placed_at_idx ON "order" (customer_id, placed_at DESC);

-- [18] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  drop column order.channel
ALTER TABLE "order" DROP COLUMN channel;

-- f83d4c0621eb is done
UPDATE migc_version SET version_num = ''e72c3bf510da'' WHERE version_num = ''f83d4c0621eb'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''f83d4c0621eb'', ''downgrade'', ''Every order has a channel'', ''f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: f83d4c0621eb is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade e72c3bf510da: A view of open orders
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 2 THEN '
.print "migc: 3 of 16: downgrade e72c3bf510da A view of open orders"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''e72c3bf510da'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''e72c3bf510da'')) FROM migc_version) <> (1, 1);

-- [19] migrations/e72c3bf510da_open_orders_view.mig:15  run raw SQL
DROP VIEW open_order;

-- e72c3bf510da is done
UPDATE migc_version SET version_num = ''d61b2ae40fc9'' WHERE version_num = ''e72c3bf510da'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''e72c3bf510da'', ''downgrade'', ''A view of open orders'', ''522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
COMMIT;

' ELSE '.print "migc: e72c3bf510da is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade d61b2ae40fc9: Notes on customers, and who to ask
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 3 THEN '
.print "migc: 4 of 16: downgrade d61b2ae40fc9 Notes on customers, and who to ask"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''d61b2ae40fc9'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''d61b2ae40fc9'')) FROM migc_version) <> (1, 1);

-- [20] migrations/d61b2ae40fc9_customer_notes.mig:9  remove comment of column customer.note (SQLite keeps no comments)

-- [21] migrations/d61b2ae40fc9_customer_notes.mig:6  drop column customer.contact
ALTER TABLE customer DROP COLUMN contact;

-- [22] migrations/d61b2ae40fc9_customer_notes.mig:6  drop column customer.note
ALTER TABLE customer DROP COLUMN note;

-- d61b2ae40fc9 is done
UPDATE migc_version SET version_num = ''c50a19d3feb8'' WHERE version_num = ''d61b2ae40fc9'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''d61b2ae40fc9'', ''downgrade'', ''Notes on customers, and who to ask'', ''6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
COMMIT;

' ELSE '.print "migc: d61b2ae40fc9 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade c50a19d3feb8: Merge billing and shipping
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 4 THEN '
.print "migc: 5 of 16: downgrade c50a19d3feb8 Merge billing and shipping"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''c50a19d3feb8'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''c50a19d3feb8'')) FROM migc_version) <> (1, 1);

-- c50a19d3feb8 is done
INSERT INTO migc_version (version_num) VALUES (''a3e8f7b1dc96'');
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
UPDATE migc_version SET version_num = ''b4f908c2eda7'' WHERE version_num = ''c50a19d3feb8'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''c50a19d3feb8'', ''downgrade'', ''Merge billing and shipping'', ''3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
COMMIT;

' ELSE '.print "migc: c50a19d3feb8 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade a3e8f7b1dc96: Find open invoices fast
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 5 THEN '
.print "migc: 6 of 16: downgrade a3e8f7b1dc96 Find open invoices fast"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''a3e8f7b1dc96'', ''b4f908c2eda7'')) FROM migc_version) <> (2, 2);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''a3e8f7b1dc96'', ''b4f908c2eda7'')) FROM migc_version) <> (2, 2);

-- [23] migrations/a3e8f7b1dc96_open_invoices.mig:10  drop index invoice_open_idx on invoice
DROP INDEX invoice_open_idx;

-- a3e8f7b1dc96 is done
UPDATE migc_version SET version_num = ''92d7e6a0cb85'' WHERE version_num = ''a3e8f7b1dc96'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''a3e8f7b1dc96'', ''downgrade'', ''Find open invoices fast'', ''7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
COMMIT;

' ELSE '.print "migc: a3e8f7b1dc96 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade 92d7e6a0cb85: Invoices
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 6 THEN '
.print "migc: 7 of 16: downgrade 92d7e6a0cb85 Invoices"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''92d7e6a0cb85'', ''b4f908c2eda7'')) FROM migc_version) <> (2, 2);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''92d7e6a0cb85'', ''b4f908c2eda7'')) FROM migc_version) <> (2, 2);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [24] migrations/92d7e6a0cb85_invoices.mig:14  drop index invoice_number_key on invoice
DROP INDEX invoice_number_key;

-- [25] migrations/92d7e6a0cb85_invoices.mig:7  drop table invoice
DROP TABLE invoice;

-- 92d7e6a0cb85 is done
DELETE FROM migc_version WHERE version_num = ''92d7e6a0cb85'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''92d7e6a0cb85'', ''downgrade'', ''Invoices'', ''d70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: 92d7e6a0cb85 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade b4f908c2eda7: Shipments
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 7 THEN '
.print "migc: 8 of 16: downgrade b4f908c2eda7 Shipments"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''b4f908c2eda7'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''b4f908c2eda7'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [26] migrations/b4f908c2eda7_shipments.mig:13  drop table shipment
DROP TABLE shipment;

-- [27] migrations/b4f908c2eda7_shipments.mig:11  delete rows of carrier
DELETE FROM carrier WHERE code IN (''DHL'', ''GLS'');

-- [28] migrations/b4f908c2eda7_shipments.mig:7  drop table carrier
DROP TABLE carrier;

-- b4f908c2eda7 is done
UPDATE migc_version SET version_num = ''81c6d5f9ba74'' WHERE version_num = ''b4f908c2eda7'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''b4f908c2eda7'', ''downgrade'', ''Shipments'', ''c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: b4f908c2eda7 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade 81c6d5f9ba74: Line totals
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 8 THEN '
.print "migc: 9 of 16: downgrade 81c6d5f9ba74 Line totals"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''81c6d5f9ba74'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''81c6d5f9ba74'')) FROM migc_version) <> (1, 1);

-- [29] migrations/81c6d5f9ba74_line_totals.mig:7  drop column order_item.line_total
ALTER TABLE order_item DROP COLUMN line_total;

-- 81c6d5f9ba74 is done
UPDATE migc_version SET version_num = ''70b5c4e8a963'' WHERE version_num = ''81c6d5f9ba74'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''81c6d5f9ba74'', ''downgrade'', ''Line totals'', ''6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
COMMIT;

' ELSE '.print "migc: 81c6d5f9ba74 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade 70b5c4e8a963: Prices with four decimals
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 9 THEN '
.print "migc: 10 of 16: downgrade 70b5c4e8a963 Prices with four decimals"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''70b5c4e8a963'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''70b5c4e8a963'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [30] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2): rebuild of order_item: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_30;
CREATE TEMP TRIGGER migc_stop_require_30 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_30''
BEGIN SELECT RAISE(ABORT, ''table order_item has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo(''order_item'') WHERE name COLLATE NOCASE NOT IN (''order_id'', ''line'', ''product_id'', ''quantity'', ''unit_price'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''index'' AND tbl_name = ''order_item'' COLLATE NOCASE AND sql IS NOT NULL
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''trigger'' AND tbl_name = ''order_item'' COLLATE NOCASE
)
) SELECT ''require_30'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [31] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: create the new table
CREATE TABLE migc_new_order_item (
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

-- [32] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: copy the rows
INSERT INTO migc_new_order_item (order_id, line, product_id, quantity, unit_price)
SELECT order_id, line, product_id, quantity, unit_price
FROM order_item;

-- [33] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: drop the old table
DROP TABLE order_item;

-- [34] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [35] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: take the name
ALTER TABLE migc_new_order_item RENAME TO order_item;

-- [36] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  rebuild of order_item: renames follow again
PRAGMA legacy_alter_table = OFF;

-- [37] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  drop default of product.price, change type of product.price to decimal(8,2): rebuild of product: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_37;
CREATE TEMP TRIGGER migc_stop_require_37 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_37''
BEGIN SELECT RAISE(ABORT, ''table product has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo(''product'') WHERE name COLLATE NOCASE NOT IN (''id'', ''category_id'', ''sku'', ''title'', ''price'', ''description'', ''old_code'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''index'' AND tbl_name = ''product'' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN (''product_category_id_title_idx'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''trigger'' AND tbl_name = ''product'' COLLATE NOCASE
)
) SELECT ''require_37'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [38] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: create the new table
CREATE TABLE migc_new_product (
  id INTEGER NOT NULL,
  category_id INTEGER NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  price NUMERIC(8,2) NOT NULL,
  description TEXT,
  old_code VARCHAR(20),
  CONSTRAINT product_pkey PRIMARY KEY (id),
  CONSTRAINT product_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id),
  CONSTRAINT product_sku_key UNIQUE (sku),
  CONSTRAINT product_price_positive CHECK (price >= 0)
);

-- [39] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: copy the rows
INSERT INTO migc_new_product (id, category_id, sku, title, price, description, old_code)
SELECT id, category_id, sku, title, price, description, old_code
FROM product;

-- [40] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: drop the old table
DROP TABLE product;

-- [41] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [42] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: take the name
ALTER TABLE migc_new_product RENAME TO product;

-- [43] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: renames follow again
PRAGMA legacy_alter_table = OFF;

-- [44] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  rebuild of product: index product_category_id_title_idx again
CREATE INDEX product_category_id_title_idx ON product (category_id, title);

-- 70b5c4e8a963 is done
UPDATE migc_version SET version_num = ''6f42b9d10e58'' WHERE version_num = ''70b5c4e8a963'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''70b5c4e8a963'', ''downgrade'', ''Prices with four decimals'', ''254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: 70b5c4e8a963 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade 6f42b9d10e58: Call it display_name
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 10 THEN '
.print "migc: 11 of 16: downgrade 6f42b9d10e58 Call it display_name"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''6f42b9d10e58'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''6f42b9d10e58'')) FROM migc_version) <> (1, 1);

-- [45] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.display_name to full_name
ALTER TABLE customer RENAME COLUMN display_name TO full_name;

-- 6f42b9d10e58 is done
UPDATE migc_version SET version_num = ''5e13a8c7f402'' WHERE version_num = ''6f42b9d10e58'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''6f42b9d10e58'', ''downgrade'', ''Call it display_name'', ''b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
COMMIT;

' ELSE '.print "migc: 6f42b9d10e58 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade 5e13a8c7f402: Find customers by name without blocking writers
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 11 THEN '
.print "migc: 12 of 16: downgrade 5e13a8c7f402 Find customers by name without blocking writers"
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''5e13a8c7f402'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''5e13a8c7f402'')) FROM migc_version) <> (1, 1);

-- [46] migrations/5e13a8c7f402_find_customers_by_name.mig:13  drop index customer_name_idx on customer
DROP INDEX customer_name_idx;

-- 5e13a8c7f402 is done
UPDATE migc_version SET version_num = ''4da7f3b09c26'' WHERE version_num = ''5e13a8c7f402'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''5e13a8c7f402'', ''downgrade'', ''Find customers by name without blocking writers'', ''34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
COMMIT;

' ELSE '.print "migc: 5e13a8c7f402 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade 4da7f3b09c26: Add countries
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 12 THEN '
.print "migc: 13 of 16: downgrade 4da7f3b09c26 Add countries"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''4da7f3b09c26'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''4da7f3b09c26'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [47] migrations/4da7f3b09c26_add_countries.mig:15  drop column customer.country_code: rebuild of customer: nothing on it that the migrations do not know
DROP TRIGGER IF EXISTS temp.migc_stop_require_47;
CREATE TEMP TRIGGER migc_stop_require_47 BEFORE INSERT ON migc_stop WHEN new.reason = ''require_47''
BEGIN SELECT RAISE(ABORT, ''table customer has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it''); END;
INSERT INTO temp.migc_stop WITH migc_answer (value) AS (
SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo(''customer'') WHERE name COLLATE NOCASE NOT IN (''id'', ''full_name'', ''email'', ''is_active'', ''created_at'', ''country_code'')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''index'' AND tbl_name = ''customer'' COLLATE NOCASE AND sql IS NOT NULL
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = ''trigger'' AND tbl_name = ''customer'' COLLATE NOCASE
)
) SELECT ''require_47'' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;

-- [48] migrations/4da7f3b09c26_add_countries.mig:15  rebuild of customer: create the new table
CREATE TABLE migc_new_customer (
  id INTEGER NOT NULL,
  full_name VARCHAR(200) NOT NULL,
  email VARCHAR(320) NOT NULL,
  is_active BOOLEAN NOT NULL DEFAULT ''1'',
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT customer_pkey PRIMARY KEY (id),
  CONSTRAINT customer_email_key UNIQUE (email),
  CONSTRAINT customer_email_has_at CHECK (email LIKE ''%@%'')
);

-- [49] migrations/4da7f3b09c26_add_countries.mig:15  rebuild of customer: copy the rows
INSERT INTO migc_new_customer (id, full_name, email, is_active, created_at)
SELECT id, full_name, email, is_active, created_at
FROM customer;

-- [50] migrations/4da7f3b09c26_add_countries.mig:15  rebuild of customer: drop the old table
DROP TABLE customer;

-- [51] migrations/4da7f3b09c26_add_countries.mig:15  rebuild of customer: leave what names the table alone
PRAGMA legacy_alter_table = ON;

-- [52] migrations/4da7f3b09c26_add_countries.mig:15  rebuild of customer: take the name
ALTER TABLE migc_new_customer RENAME TO customer;

-- [53] migrations/4da7f3b09c26_add_countries.mig:15  rebuild of customer: renames follow again
PRAGMA legacy_alter_table = OFF;

-- [54] migrations/4da7f3b09c26_add_countries.mig:11  delete rows of country
DELETE FROM country WHERE code IN (''CH'', ''AT'');

-- [55] migrations/4da7f3b09c26_add_countries.mig:10  delete rows of country
DELETE FROM country WHERE code IN (''DE'', ''FR'', ''GB'', ''US'', ''CI'');

-- [56] migrations/4da7f3b09c26_add_countries.mig:6  drop table country
DROP TABLE country;

-- 4da7f3b09c26 is done
UPDATE migc_version SET version_num = ''3c94d6e2a815'' WHERE version_num = ''4da7f3b09c26'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''4da7f3b09c26'', ''downgrade'', ''Add countries'', ''4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: 4da7f3b09c26 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade 3c94d6e2a815: Create orders
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 13 THEN '
.print "migc: 14 of 16: downgrade 3c94d6e2a815 Create orders"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''3c94d6e2a815'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''3c94d6e2a815'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [57] migrations/3c94d6e2a815_create_orders.mig:15  drop table order_item
DROP TABLE order_item;

-- [58] migrations/3c94d6e2a815_create_orders.mig:6  drop table order
DROP TABLE "order";

-- 3c94d6e2a815 is done
UPDATE migc_version SET version_num = ''2b8e51c0d3f7'' WHERE version_num = ''3c94d6e2a815'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''3c94d6e2a815'', ''downgrade'', ''Create orders'', ''b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: 3c94d6e2a815 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade 2b8e51c0d3f7: Create the catalog
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 14 THEN '
.print "migc: 15 of 16: downgrade 2b8e51c0d3f7 Create the catalog"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''2b8e51c0d3f7'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''2b8e51c0d3f7'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [59] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  drop table product
DROP TABLE product;

-- [60] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  drop table category
DROP TABLE category;

-- 2b8e51c0d3f7 is done
UPDATE migc_version SET version_num = ''1f0c2a7d94b1'' WHERE version_num = ''2b8e51c0d3f7'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''2b8e51c0d3f7'', ''downgrade'', ''Create the catalog'', ''daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: 2b8e51c0d3f7 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

-- ---- Downgrade 1f0c2a7d94b1: Create customers
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' FROM temp.migc_run WHERE writefile('migc-run-0d5cf0fa5b91.sql', CASE WHEN done <= 15 THEN '
.print "migc: 16 of 16: downgrade 1f0c2a7d94b1 Create customers"
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
SELECT ''migc: this database is at '' || coalesce((SELECT group_concat(version_num, '', '') FROM migc_version), ''base'') WHERE (SELECT count(*), total(version_num IN (''1f0c2a7d94b1'')) FROM migc_version) <> (1, 1);
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE (SELECT count(*), total(version_num IN (''1f0c2a7d94b1'')) FROM migc_version) <> (1, 1);
DELETE FROM temp.migc_orphan;
INSERT INTO temp.migc_orphan SELECT "table", parent, -count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;

-- [61] migrations/1f0c2a7d94b1_create_customers.mig:6  drop table customer
DROP TABLE customer;

-- 1f0c2a7d94b1 is done
DELETE FROM migc_version WHERE version_num = ''1f0c2a7d94b1'';
INSERT INTO temp.migc_stop SELECT ''changed'' WHERE changes() <> 1;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (''1f0c2a7d94b1'', ''downgrade'', ''Create customers'', ''28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711'', ''eac936bc3b1e05221dfc50008b792f2f005c44e519edc7d0b16f05acb0e25944'');
-- Foreign keys: what was broken before may stay, nothing more may be broken.
INSERT INTO temp.migc_orphan SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2;
SELECT ''migc: '' || sum(rows) || '' row(s) of table '' || child || '' refer to rows of table '' || parent || '' that are not there''
  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;
INSERT INTO temp.migc_stop SELECT ''orphans'' WHERE EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0);
COMMIT;

' ELSE '.print "migc: 1f0c2a7d94b1 is done already"' END) IS NULL;
.read migc-run-0d5cf0fa5b91.sql

DROP TABLE temp.migc_orphan;
SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM migc_version), 'base') WHERE EXISTS (SELECT 1 FROM migc_version);
INSERT INTO temp.migc_stop SELECT 'changed' WHERE EXISTS (SELECT 1 FROM migc_version);
SELECT 'migc: migc-run-0d5cf0fa5b91.sql cannot be written' WHERE writefile('migc-run-0d5cf0fa5b91.sql', '') IS NULL;
DROP TABLE temp.migc_way;
DROP TABLE temp.migc_run;
DROP TABLE temp.migc_stop;
-- For the ticket
SELECT 'MIGC-RECEIPT 1 sqlite 094e5d1732fc base eac936bc3b1e 16' AS receipt;
