-- Downgrade of an Oracle database from 094e5d1732fc to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from 094e5d1732fc --to base --downgrade --dialect oracle --target-version 19 -D
--                support_email=help@shop.example
-- Made for:      oracle (Oracle 19 or newer)
-- Apply with:    NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Direction:     downgrade
-- From:          094e5d1732fc
-- To:            base
-- SHA-256:       72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3 (of this script, with zeros in the place of this number)
-- Takes:         a lock of DBMS_LOCK while it runs, where the user may take one, so that one script of migc runs at a time
--                of tables, what each statement needs, while it runs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [6] drop column order.channel
--                [9] drop column customer.contact, drop column customer.note
--                [12] drop table invoice
--                [13] drop table shipment
--                [15] drop table carrier
--                [16] drop column order_item.line_total
--                [20] change type of order_item.unit_price to decimal(8,2): the type
--                [29] change type of product.price to decimal(8,2): the type
--                [38] drop column customer.country_code
--                [41] drop table country
--                [42] drop table order_item
--                [43] drop table order
--                [44] drop table product
--                [45] drop table category
--                [46] drop table customer
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

WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF
SET SQLBLANKLINES ON
SET SQLTERMINATOR ON
SET ESCAPE OFF
SET AUTOCOMMIT OFF
SET ECHO OFF
SET FEEDBACK OFF
SET HEADING OFF
SET LINESIZE 1000
SET TRIMOUT ON
SET SERVEROUTPUT ON
VARIABLE migc_applied NUMBER
VARIABLE migc_step VARCHAR2(4000)

BEGIN
  EXECUTE IMMEDIATE q'[ALTER SESSION SET
    NLS_DATE_FORMAT = 'YYYY-MM-DD'
    NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF'
    NLS_TIMESTAMP_TZ_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF TZH:TZM'
    NLS_NUMERIC_CHARACTERS = '.,'
    NLS_SORT = BINARY
    NLS_COMP = BINARY]';
END;
/

-- How a step runs: once, whatever becomes of the script. It is called with a revision, the number of a step, the SHA-256
-- of its statement, the statement, and a query that tells whether the statement has had its effect.
BEGIN
  :migc_step := q'[DECLARE
  this_revision VARCHAR2(512) := :revision;
  this_step NUMBER := :step;
  this_sha256 VARCHAR2(64) := :sha256;
  sql_text CLOB := :sql_text;
  probe VARCHAR2(32767) := :probe;
  state_now VARCHAR2(7);
  had_effect NUMBER := 0;
BEGIN
  SELECT MAX(CASE WHEN sha256 = this_sha256 THEN state ELSE 'other' END) INTO state_now
    FROM migc_step WHERE revision = this_revision AND step = this_step;
  IF state_now = 'done' THEN
    RETURN;
  ELSIF state_now = 'other' THEN
    RAISE_APPLICATION_ERROR(-20000, 'step ' || this_step || ' of revision ' || this_revision || ' was begun with another statement by another script; run that one to its end');
  ELSIF state_now = 'started' THEN
    IF probe IS NULL THEN
      RAISE_APPLICATION_ERROR(-20000, 'step ' || this_step || ' of revision ' || this_revision || ' was cut off: look whether it was done, then set its state in migc_step to done, or delete its row');
    END IF;
    EXECUTE IMMEDIATE probe INTO had_effect;
  ELSE
    INSERT INTO migc_step (revision, step, sha256, state) VALUES (this_revision, this_step, this_sha256, 'started');
    COMMIT;
  END IF;
  IF had_effect = 0 THEN
    BEGIN
      EXECUTE IMMEDIATE sql_text;
    EXCEPTION
      WHEN OTHERS THEN
        ROLLBACK;
        IF SQLCODE <> -24344 OR probe IS NULL THEN
          DELETE FROM migc_step WHERE revision = this_revision AND step = this_step;
          COMMIT;
        END IF;
        RAISE;
    END;
  END IF;
  UPDATE migc_step SET state = 'done' WHERE revision = this_revision AND step = this_step;
  COMMIT;
END;]';
END;
/

-- One script of migc at a time. The lock goes with the session, however that ends.
DECLARE
  answer NUMBER;
BEGIN
  EXECUTE IMMEDIATE 'BEGIN :answer := SYS.DBMS_LOCK.REQUEST(:id, 6, 600, FALSE); END;'
    USING OUT answer, DBMS_UTILITY.GET_HASH_VALUE('migc ' || SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') || '.' || 'migc_version', 0, 1073741824);
  IF answer NOT IN (0, 4) THEN
    RAISE_APPLICATION_ERROR(-20000, 'another session has been applying migrations to this database for ten minutes; nothing was changed');
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    IF SQLCODE <> -6550 THEN
      RAISE;
    END IF;
    DBMS_OUTPUT.PUT_LINE('migc: this user has no EXECUTE on DBMS_LOCK, so see to it that one script runs at a time');
END;
/

-- Guards: when one of them stops the script, nothing was changed.
DECLARE
  version VARCHAR2(100);
  compatible VARCHAR2(100);
BEGIN
  IF DBMS_TRANSACTION.LOCAL_TRANSACTION_ID IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20000, 'a transaction is open in this session, and this script makes its own; nothing was changed');
  END IF;
  IF DBMS_DB_VERSION.VERSION * 100 + DBMS_DB_VERSION.RELEASE < 1900 THEN
    RAISE_APPLICATION_ERROR(-20000, 'this script is for Oracle 19 or newer, and this server is ' || DBMS_DB_VERSION.VERSION || '.' || DBMS_DB_VERSION.RELEASE || '; nothing was changed');
  END IF;
  DBMS_UTILITY.DB_VERSION(version, compatible);
  IF TO_NUMBER(REGEXP_SUBSTR(compatible, '[0-9]+', 1, 1)) * 100 + TO_NUMBER(REGEXP_SUBSTR(compatible, '[0-9]+', 1, 2)) < 1202 THEN
    RAISE_APPLICATION_ERROR(-20000, 'this script is for databases with COMPATIBLE 12.2 or higher, and this one has ' || compatible || '; nothing was changed');
  END IF;
END;
/
DECLARE
  found NUMBER;
  here VARCHAR2(32767);
  made_by VARCHAR2(64);
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_VERSION';
  IF found = 0 THEN
    RAISE_APPLICATION_ERROR(-20000, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at 094e5d1732fc; nothing was changed');
  ELSE
    EXECUTE IMMEDIATE q'[SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY NLSSORT(version_num, 'NLS_SORT=BINARY'))
      FROM migc_version]' INTO here;
    here := NVL(here, 'base');
  END IF;
  IF here = 'base' THEN
    RAISE_APPLICATION_ERROR(-20000, 'this database is at base already, where this script leads; nothing was changed');
  END IF;
  :migc_applied := CASE here
    WHEN '094e5d1732fc' THEN 0
    WHEN 'f83d4c0621eb' THEN 1
    WHEN 'e72c3bf510da' THEN 2
    WHEN 'd61b2ae40fc9' THEN 3
    WHEN 'c50a19d3feb8' THEN 4
    WHEN 'a3e8f7b1dc96, b4f908c2eda7' THEN 5
    WHEN '92d7e6a0cb85, b4f908c2eda7' THEN 6
    WHEN 'b4f908c2eda7' THEN 7
    WHEN '81c6d5f9ba74' THEN 8
    WHEN '70b5c4e8a963' THEN 9
    WHEN '6f42b9d10e58' THEN 10
    WHEN '5e13a8c7f402' THEN 11
    WHEN '4da7f3b09c26' THEN 12
    WHEN '3c94d6e2a815' THEN 13
    WHEN '2b8e51c0d3f7' THEN 14
    WHEN '1f0c2a7d94b1' THEN 15
  END;
  IF :migc_applied IS NULL THEN
    RAISE_APPLICATION_ERROR(-20000, 'this script starts at 094e5d1732fc, and this database is at ' || here || '; nothing was changed');
  END IF;
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_HISTORY';
  IF found = 0 THEN
    RAISE_APPLICATION_ERROR(-20000, 'there is no table migc_history, in which this script records what it did; nothing was changed');
  END IF;
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_STEP';
  IF found = 1 THEN
    DECLARE
      next_revision VARCHAR2(512);
      other VARCHAR2(512);
    BEGIN
      next_revision := CASE :migc_applied
        WHEN 0 THEN '094e5d1732fc'
        WHEN 1 THEN 'f83d4c0621eb'
        WHEN 2 THEN 'e72c3bf510da'
        WHEN 3 THEN 'd61b2ae40fc9'
        WHEN 4 THEN 'c50a19d3feb8'
        WHEN 5 THEN 'a3e8f7b1dc96'
        WHEN 6 THEN '92d7e6a0cb85'
        WHEN 7 THEN 'b4f908c2eda7'
        WHEN 8 THEN '81c6d5f9ba74'
        WHEN 9 THEN '70b5c4e8a963'
        WHEN 10 THEN '6f42b9d10e58'
        WHEN 11 THEN '5e13a8c7f402'
        WHEN 12 THEN '4da7f3b09c26'
        WHEN 13 THEN '3c94d6e2a815'
        WHEN 14 THEN '2b8e51c0d3f7'
        WHEN 15 THEN '1f0c2a7d94b1'
      END;
      EXECUTE IMMEDIATE 'SELECT MIN(revision) FROM migc_step WHERE revision <> :next_revision OR step = 0' INTO other USING next_revision;
      IF other IS NOT NULL THEN
        RAISE_APPLICATION_ERROR(-20000, 'revision ' || other || ' was begun by another script and is not complete; run that one to its end first; nothing was changed');
      END IF;
    END;
  END IF;
  IF :migc_applied > 0 THEN
    EXECUTE IMMEDIATE 'SELECT MAX(script_sha256) KEEP (DENSE_RANK LAST ORDER BY id) FROM migc_history' INTO made_by;
      IF made_by <> '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3' THEN
        RAISE_APPLICATION_ERROR(-20000, 'this database is at ' || here || ', half-way, and another script brought it there; compile one from there; nothing was changed');
      END IF;
  END IF;
END;
/

DECLARE
  found NUMBER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_STEP';
  IF found = 0 THEN
    EXECUTE IMMEDIATE q'[CREATE TABLE migc_step (
    revision VARCHAR2(128 CHAR) NOT NULL,
    step NUMBER(10) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    state VARCHAR2(7) NOT NULL CHECK (state IN ('started', 'done')),
    PRIMARY KEY (revision, step)
  )]';
  END IF;
END;
/

-- ---- Downgrade 094e5d1732fc: Drop the old codes
PROMPT migc: 1 of 16: downgrade 094e5d1732fc Drop the old codes
-- [1] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table product_category to category
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING '094e5d1732fc', 1, '9a4163a0a7f017e9a4acb57ba0dea7d6ba717242735db7b7aba7629812fd446c',
q'[ALTER TABLE product_category RENAME TO category]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CATEGORY']';
  END IF;
END;
/

-- [2] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rename constraint product_price_check of product to product_price_positive
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING '094e5d1732fc', 2, '9aef6cc320771c2a3bc9f8f3c1274a3cb83e0bdee39217c1b227f647c818b804',
q'[ALTER TABLE product RENAME CONSTRAINT product_price_check TO product_price_positive]',
q'[SELECT COUNT(*) FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT' AND constraint_name = 'PRODUCT_PRICE_POSITIVE']';
  END IF;
END;
/

-- [3] migrations/094e5d1732fc_drop_the_old_codes.mig:6  add column product.old_code
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING '094e5d1732fc', 3, '80e84396dff78f2681662e782cf04de475709e0f30d4c84ed29e3923312ca23f',
q'[ALTER TABLE product ADD (old_code VARCHAR2(20 CHAR))]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT' AND column_name = 'OLD_CODE']';
  END IF;
END;
/

-- 094e5d1732fc is done
BEGIN
  IF :migc_applied < 1 THEN
    UPDATE migc_version SET version_num = 'f83d4c0621eb' WHERE version_num = '094e5d1732fc';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 094e5d1732fc, so something else changed it while this script ran; revision 094e5d1732fc is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '094e5d1732fc';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 1 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('094e5d1732fc', 'downgrade',
      'Drop the old codes',
      'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade f83d4c0621eb: Every order has a channel
PROMPT migc: 2 of 16: downgrade f83d4c0621eb Every order has a channel
-- [4] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop constraint order_channel_known of order
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'f83d4c0621eb', 1, '771593c0af53f1aa7c4bf791e2798307de156a7e7075660fb8cf418ebe09b56a',
q'[ALTER TABLE "order" DROP CONSTRAINT order_channel_known]',
q'[SELECT 1 - COUNT(*) FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'order' AND constraint_name = 'ORDER_CHANNEL_KNOWN']';
  END IF;
END;
/

-- [5] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop not null on order.channel, drop default of order.channel
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'f83d4c0621eb', 2, '6c8d55eb535707f5bc9314c1d7cfcb70551c681cc4fc486e87b438fa90b746da',
q'[ALTER TABLE "order" MODIFY (channel DEFAULT NULL NULL)]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'order' AND column_name = 'CHANNEL' AND nullable = 'N']';
  END IF;
END;
/

-- [6] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  drop column order.channel
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'f83d4c0621eb', 3, 'b1b1999415af3576e0a436c391ddc850889cffb37659c4946896f92e9a600962',
q'[ALTER TABLE "order" DROP COLUMN channel]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'order' AND column_name = 'CHANNEL']';
  END IF;
END;
/

-- f83d4c0621eb is done
BEGIN
  IF :migc_applied < 2 THEN
    UPDATE migc_version SET version_num = 'e72c3bf510da' WHERE version_num = 'f83d4c0621eb';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds f83d4c0621eb, so something else changed it while this script ran; revision f83d4c0621eb is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'f83d4c0621eb';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 2 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('f83d4c0621eb', 'downgrade',
      'Every order has a channel',
      'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade e72c3bf510da: A view of open orders
PROMPT migc: 3 of 16: downgrade e72c3bf510da A view of open orders
-- [7] migrations/e72c3bf510da_open_orders_view.mig:15  run raw SQL
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING 'e72c3bf510da', 1, 'c627e2804422b56272d315b69897c37eb8c31e735ddfa11a88035b3964ac9d87',
q'[DROP VIEW open_order]',
'';
  END IF;
END;
/

-- e72c3bf510da is done
BEGIN
  IF :migc_applied < 3 THEN
    UPDATE migc_version SET version_num = 'd61b2ae40fc9' WHERE version_num = 'e72c3bf510da';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds e72c3bf510da, so something else changed it while this script ran; revision e72c3bf510da is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'e72c3bf510da';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 3 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('e72c3bf510da', 'downgrade',
      'A view of open orders',
      '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade d61b2ae40fc9: Notes on customers, and who to ask
PROMPT migc: 4 of 16: downgrade d61b2ae40fc9 Notes on customers, and who to ask
-- [8] migrations/d61b2ae40fc9_customer_notes.mig:9  remove comment of column customer.note
BEGIN
  IF :migc_applied < 4 THEN
    EXECUTE IMMEDIATE :migc_step USING 'd61b2ae40fc9', 1, '7888a662dfc89e5c977aeae1c1861cc9187c067c29e128615bfe8cdc25299f02',
q'[COMMENT ON COLUMN customer.note IS '']',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [9] migrations/d61b2ae40fc9_customer_notes.mig:6  drop column customer.contact, drop column customer.note
BEGIN
  IF :migc_applied < 4 THEN
    EXECUTE IMMEDIATE :migc_step USING 'd61b2ae40fc9', 2, '7d508588a5c376238b809b36e5c8aad0a163c7ef27c9ca054b97453409e2ccf0',
q'[ALTER TABLE customer DROP (
  contact,
  note
)]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'CONTACT']';
  END IF;
END;
/

-- d61b2ae40fc9 is done
BEGIN
  IF :migc_applied < 4 THEN
    UPDATE migc_version SET version_num = 'c50a19d3feb8' WHERE version_num = 'd61b2ae40fc9';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds d61b2ae40fc9, so something else changed it while this script ran; revision d61b2ae40fc9 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'd61b2ae40fc9';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 4 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('d61b2ae40fc9', 'downgrade',
      'Notes on customers, and who to ask',
      '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade c50a19d3feb8: Merge billing and shipping
PROMPT migc: 5 of 16: downgrade c50a19d3feb8 Merge billing and shipping
-- c50a19d3feb8 is done
BEGIN
  IF :migc_applied < 5 THEN
    INSERT INTO migc_version (version_num) SELECT 'a3e8f7b1dc96' FROM dual WHERE NOT EXISTS (SELECT 1 FROM migc_version WHERE version_num = 'a3e8f7b1dc96');
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version holds a3e8f7b1dc96 already, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded');
    END IF;
    UPDATE migc_version SET version_num = 'b4f908c2eda7' WHERE version_num = 'c50a19d3feb8';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds c50a19d3feb8, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'c50a19d3feb8';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 5 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('c50a19d3feb8', 'downgrade',
      'Merge billing and shipping',
      '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade a3e8f7b1dc96: Find open invoices fast
PROMPT migc: 6 of 16: downgrade a3e8f7b1dc96 Find open invoices fast
-- [10] migrations/a3e8f7b1dc96_open_invoices.mig:8  drop index invoice_open_idx on invoice
BEGIN
  IF :migc_applied < 6 THEN
    EXECUTE IMMEDIATE :migc_step USING 'a3e8f7b1dc96', 1, 'c391f5593ec03718db5bc48e884b2849b3ddd3fc3b9ccd7070fd7627e20f981e',
q'[DROP INDEX invoice_open_idx]',
q'[SELECT 1 - COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'INVOICE_OPEN_IDX']';
  END IF;
END;
/

-- a3e8f7b1dc96 is done
BEGIN
  IF :migc_applied < 6 THEN
    UPDATE migc_version SET version_num = '92d7e6a0cb85' WHERE version_num = 'a3e8f7b1dc96';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds a3e8f7b1dc96, so something else changed it while this script ran; revision a3e8f7b1dc96 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'a3e8f7b1dc96';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 6 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('a3e8f7b1dc96', 'downgrade',
      'Find open invoices fast',
      '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade 92d7e6a0cb85: Invoices
PROMPT migc: 7 of 16: downgrade 92d7e6a0cb85 Invoices
-- [11] migrations/92d7e6a0cb85_invoices.mig:14  drop index invoice_number_key on invoice
BEGIN
  IF :migc_applied < 7 THEN
    EXECUTE IMMEDIATE :migc_step USING '92d7e6a0cb85', 1, '70694751a40cdf2307d16f9e13d09f1753359d3969a532258aada340f7074e7b',
q'[DROP INDEX invoice_number_key]',
q'[SELECT 1 - COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'INVOICE_NUMBER_KEY']';
  END IF;
END;
/

-- [12] migrations/92d7e6a0cb85_invoices.mig:7  drop table invoice
BEGIN
  IF :migc_applied < 7 THEN
    EXECUTE IMMEDIATE :migc_step USING '92d7e6a0cb85', 2, '7042df6767f0a7834d9ddc4c22e4e723b11fef7cb97e1c740c8614a7fbe31725',
q'[DROP TABLE invoice]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'INVOICE']';
  END IF;
END;
/

-- 92d7e6a0cb85 is done
BEGIN
  IF :migc_applied < 7 THEN
    DELETE FROM migc_version WHERE version_num = '92d7e6a0cb85';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 92d7e6a0cb85, so something else changed it while this script ran; revision 92d7e6a0cb85 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '92d7e6a0cb85';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 7 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('92d7e6a0cb85', 'downgrade',
      'Invoices',
      'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade b4f908c2eda7: Shipments
PROMPT migc: 8 of 16: downgrade b4f908c2eda7 Shipments
-- [13] migrations/b4f908c2eda7_shipments.mig:13  drop table shipment
BEGIN
  IF :migc_applied < 8 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b4f908c2eda7', 1, '07f5beb98ece931169163552bf94c98a9d4084e86f4e142819140c2bf94f3d5a',
q'[DROP TABLE shipment]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SHIPMENT']';
  END IF;
END;
/

-- [14] migrations/b4f908c2eda7_shipments.mig:11  delete rows of carrier
BEGIN
  IF :migc_applied < 8 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b4f908c2eda7', 2, '96a70f4e48543431ed521b54c48a90d1c35682efbba874e702ae33f41c66279b',
q'[DELETE FROM carrier WHERE code IN ('DHL', 'GLS')]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [15] migrations/b4f908c2eda7_shipments.mig:7  drop table carrier
BEGIN
  IF :migc_applied < 8 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b4f908c2eda7', 3, '3cedc4aa4a813b4cb2d3cc0253c6777ae4cb47452156b0744fb579029948ebea',
q'[DROP TABLE carrier]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CARRIER']';
  END IF;
END;
/

-- b4f908c2eda7 is done
BEGIN
  IF :migc_applied < 8 THEN
    UPDATE migc_version SET version_num = '81c6d5f9ba74' WHERE version_num = 'b4f908c2eda7';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds b4f908c2eda7, so something else changed it while this script ran; revision b4f908c2eda7 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'b4f908c2eda7';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 8 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('b4f908c2eda7', 'downgrade',
      'Shipments',
      'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade 81c6d5f9ba74: Line totals
PROMPT migc: 9 of 16: downgrade 81c6d5f9ba74 Line totals
-- [16] migrations/81c6d5f9ba74_line_totals.mig:7  drop column order_item.line_total
BEGIN
  IF :migc_applied < 9 THEN
    EXECUTE IMMEDIATE :migc_step USING '81c6d5f9ba74', 1, '1909c863bc523b159d8ccd103fb51f77ed6c584bab281d5916661b7ff03b426c',
q'[ALTER TABLE order_item DROP COLUMN line_total]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'ORDER_ITEM' AND column_name = 'LINE_TOTAL']';
  END IF;
END;
/

-- 81c6d5f9ba74 is done
BEGIN
  IF :migc_applied < 9 THEN
    UPDATE migc_version SET version_num = '70b5c4e8a963' WHERE version_num = '81c6d5f9ba74';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 81c6d5f9ba74, so something else changed it while this script ran; revision 81c6d5f9ba74 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '81c6d5f9ba74';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 9 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('81c6d5f9ba74', 'downgrade',
      'Line totals',
      '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade 70b5c4e8a963: Prices with four decimals
PROMPT migc: 10 of 16: downgrade 70b5c4e8a963 Prices with four decimals
-- [17] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2): a column for the new values
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 1, 'e0a5c3dd57e75320350573d764d9ce844fd53449542e0117306c72540f331881',
q'[ALTER TABLE order_item ADD (migc_unit_price NUMBER(8,2))]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'ORDER_ITEM' AND column_name = 'MIGC_UNIT_PRICE']';
  END IF;
END;
/

-- [18] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2): nothing that keeps the column from being empty
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 2, '32229ee96506aae3008f617f9b146ff37333331039f58b2e89f66766d73a048d',
q'[ALTER TABLE order_item MODIFY (unit_price NULL)]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'ORDER_ITEM' AND column_name = 'UNIT_PRICE' AND nullable = 'N']';
  END IF;
END;
/

-- [19] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2): convert the values
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 3, 'ce69a4438ef6f6c2832bdbd2a08a84bba6c6a35e7a8d32180a4bc1b9df10d821',
q'[UPDATE order_item SET migc_unit_price = unit_price, unit_price = NULL]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [20] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2): the type
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 4, '1821907a103c04dae7864dff074107351248ec68bee0996ccd3369493085ab64',
q'[ALTER TABLE order_item MODIFY (unit_price NUMBER(8,2))]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [21] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2): the new values
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 5, '769b01a50aa34ddafde7a5229938e4d72af14e4b851ae203cfc90b13bc9da480',
q'[UPDATE order_item SET unit_price = migc_unit_price WHERE unit_price IS NULL]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [22] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2): what else the column has
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 6, '7fb4372c725a87299e82326b96198e733729d050e1c9ac81eae74e33b8efcd01',
q'[ALTER TABLE order_item MODIFY (unit_price NOT NULL)]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'ORDER_ITEM' AND column_name = 'UNIT_PRICE' AND nullable = 'N']';
  END IF;
END;
/

-- [23] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2): drop the column beside it
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 7, '3802682a59071ab308ef1759b60b24737a41b1ec8fbbdb79209bf7ec950683ec',
q'[ALTER TABLE order_item DROP COLUMN migc_unit_price]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'ORDER_ITEM' AND column_name = 'MIGC_UNIT_PRICE']';
  END IF;
END;
/

-- [24] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  drop default of product.price
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 8, '4c2b2603e1faa93e96982c2b48c67e9314bca9ecb8c1781b9dea7272e966447f',
q'[ALTER TABLE product MODIFY (price DEFAULT NULL)]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [25] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(8,2): drop constraint product_price_positive
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 9, 'bb0e86389be12acc471fa4a4b26a1a4a85f6c2d77d96e743886333606dee1732',
q'[ALTER TABLE product DROP CONSTRAINT product_price_positive]',
q'[SELECT 1 - COUNT(*) FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT' AND constraint_name = 'PRODUCT_PRICE_POSITIVE']';
  END IF;
END;
/

-- [26] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(8,2): a column for the new values
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 10, '3c3596b00d52bf0d2f0310756e2940afe9615ca50f01e7b3f7365a57fa459eef',
q'[ALTER TABLE product ADD (migc_price NUMBER(8,2))]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT' AND column_name = 'MIGC_PRICE']';
  END IF;
END;
/

-- [27] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(8,2): nothing that keeps the column from being empty
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 11, '89ed9575a7dee24c8e84f23968bcb0043518af10eaca2fbe82740ed4a5bc2c58',
q'[ALTER TABLE product MODIFY (price NULL)]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT' AND column_name = 'PRICE' AND nullable = 'N']';
  END IF;
END;
/

-- [28] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(8,2): convert the values
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 12, '843e23f69f3b804e58c00a39fa33c76dfe8ed05087a77dc2e3ec1aa531b45faa',
q'[UPDATE product SET migc_price = price, price = NULL]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [29] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(8,2): the type
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 13, '67fc2b9b441b48847d276436436d2d7a42734dbec809887be5ac602570073642',
q'[ALTER TABLE product MODIFY (price NUMBER(8,2))]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [30] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(8,2): the new values
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 14, '1b3e4ec7cbe3d8e195fc56941393d7a88fea6ad99ef1fc1a7e1a414bb4614d19',
q'[UPDATE product SET price = migc_price WHERE price IS NULL]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [31] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(8,2): what else the column has
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 15, 'cdb1dbbcd50a38febafe4b5da1df6aa1568ce1d1dd2e945fd0e0351683191042',
q'[ALTER TABLE product MODIFY (price NOT NULL)]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT' AND column_name = 'PRICE' AND nullable = 'N']';
  END IF;
END;
/

-- [32] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(8,2): drop the column beside it
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 16, '7ef4e7094469dbcb4fb0a784271237b8dfd25fdfbdfdb526f7b44da783027069',
q'[ALTER TABLE product DROP COLUMN migc_price]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT' AND column_name = 'MIGC_PRICE']';
  END IF;
END;
/

-- [33] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(8,2): put back constraint product_price_positive
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 17, 'a4b680dbdab4adc1665ac83322d8135ea6dccee06bb5a1c5ef8c47c530b635cb',
q'[ALTER TABLE product ADD CONSTRAINT product_price_positive CHECK (price >= 0)]',
q'[SELECT COUNT(*) FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT' AND constraint_name = 'PRODUCT_PRICE_POSITIVE']';
  END IF;
END;
/

-- 70b5c4e8a963 is done
BEGIN
  IF :migc_applied < 10 THEN
    UPDATE migc_version SET version_num = '6f42b9d10e58' WHERE version_num = '70b5c4e8a963';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 70b5c4e8a963, so something else changed it while this script ran; revision 70b5c4e8a963 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '70b5c4e8a963';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 10 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('70b5c4e8a963', 'downgrade',
      'Prices with four decimals',
      '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade 6f42b9d10e58: Call it display_name
PROMPT migc: 11 of 16: downgrade 6f42b9d10e58 Call it display_name
-- [34] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.display_name to full_name: drop index customer_name_idx, which computes with it
BEGIN
  IF :migc_applied < 11 THEN
    EXECUTE IMMEDIATE :migc_step USING '6f42b9d10e58', 1, 'dc0b649b34148042d0a16ca3f611b8672038c60bfed3d72ccc9dab56a3069ea3',
q'[DROP INDEX customer_name_idx]',
q'[SELECT 1 - COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'CUSTOMER_NAME_IDX']';
  END IF;
END;
/

-- [35] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.display_name to full_name
BEGIN
  IF :migc_applied < 11 THEN
    EXECUTE IMMEDIATE :migc_step USING '6f42b9d10e58', 2, '54c969ef2f79005916130a9116a89ced4a0c035ac4ca183b28715637f45a54b1',
q'[ALTER TABLE customer RENAME COLUMN display_name TO full_name]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'FULL_NAME']';
  END IF;
END;
/

-- [36] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.display_name to full_name: put back index customer_name_idx
BEGIN
  IF :migc_applied < 11 THEN
    EXECUTE IMMEDIATE :migc_step USING '6f42b9d10e58', 3, '9d15dff18c7841d57db3ff25f888fbdf75883c7ba8fe27c760bbe6be1f6af00d',
q'[CREATE INDEX customer_name_idx ON customer (LOWER(full_name))]',
q'[SELECT COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'CUSTOMER_NAME_IDX']';
  END IF;
END;
/

-- 6f42b9d10e58 is done
BEGIN
  IF :migc_applied < 11 THEN
    UPDATE migc_version SET version_num = '5e13a8c7f402' WHERE version_num = '6f42b9d10e58';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 6f42b9d10e58, so something else changed it while this script ran; revision 6f42b9d10e58 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '6f42b9d10e58';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 11 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('6f42b9d10e58', 'downgrade',
      'Call it display_name',
      'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade 5e13a8c7f402: Find customers by name without blocking writers
PROMPT migc: 12 of 16: downgrade 5e13a8c7f402 Find customers by name without blocking writers
-- [37] migrations/5e13a8c7f402_find_customers_by_name.mig:13  drop index customer_name_idx on customer
BEGIN
  IF :migc_applied < 12 THEN
    EXECUTE IMMEDIATE :migc_step USING '5e13a8c7f402', 1, '35a5e4cd1c40c0718d0acf6c834c7064bc58f302bf888e6a9e1da107b2a785ff',
q'[DROP INDEX customer_name_idx ONLINE]',
q'[SELECT 1 - COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'CUSTOMER_NAME_IDX']';
  END IF;
END;
/

-- 5e13a8c7f402 is done
BEGIN
  IF :migc_applied < 12 THEN
    UPDATE migc_version SET version_num = '4da7f3b09c26' WHERE version_num = '5e13a8c7f402';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 5e13a8c7f402, so something else changed it while this script ran; revision 5e13a8c7f402 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '5e13a8c7f402';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 12 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('5e13a8c7f402', 'downgrade',
      'Find customers by name without blocking writers',
      '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade 4da7f3b09c26: Add countries
PROMPT migc: 13 of 16: downgrade 4da7f3b09c26 Add countries
-- [38] migrations/4da7f3b09c26_add_countries.mig:15  drop column customer.country_code
BEGIN
  IF :migc_applied < 13 THEN
    EXECUTE IMMEDIATE :migc_step USING '4da7f3b09c26', 1, '8ec71575248c426845619aa6105d7b7f9000a81447b1b57a526d913b5c261788',
q'[ALTER TABLE customer DROP COLUMN country_code]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'COUNTRY_CODE']';
  END IF;
END;
/

-- [39] migrations/4da7f3b09c26_add_countries.mig:11  delete rows of country
BEGIN
  IF :migc_applied < 13 THEN
    EXECUTE IMMEDIATE :migc_step USING '4da7f3b09c26', 2, '9a4d06f5e4fc61ce80591b6740d8a6eeae4475cc0d4dac9bdd24df6400f1ecd4',
q'[DELETE FROM country WHERE code IN ('CH', 'AT')]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [40] migrations/4da7f3b09c26_add_countries.mig:10  delete rows of country
BEGIN
  IF :migc_applied < 13 THEN
    EXECUTE IMMEDIATE :migc_step USING '4da7f3b09c26', 3, 'e0ff766748fcf52682140306a484eb747f8818f3adda4622138bc69c313df39a',
q'[DELETE FROM country WHERE code IN ('DE', 'FR', 'GB', 'US', 'CI')]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [41] migrations/4da7f3b09c26_add_countries.mig:6  drop table country
BEGIN
  IF :migc_applied < 13 THEN
    EXECUTE IMMEDIATE :migc_step USING '4da7f3b09c26', 4, '7022524c5fb1f65b0b14864394f8a585531d43806ad3f4025378d11f961c214f',
q'[DROP TABLE country]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'COUNTRY']';
  END IF;
END;
/

-- 4da7f3b09c26 is done
BEGIN
  IF :migc_applied < 13 THEN
    UPDATE migc_version SET version_num = '3c94d6e2a815' WHERE version_num = '4da7f3b09c26';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 4da7f3b09c26, so something else changed it while this script ran; revision 4da7f3b09c26 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '4da7f3b09c26';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 13 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('4da7f3b09c26', 'downgrade',
      'Add countries',
      '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade 3c94d6e2a815: Create orders
PROMPT migc: 14 of 16: downgrade 3c94d6e2a815 Create orders
-- [42] migrations/3c94d6e2a815_create_orders.mig:15  drop table order_item
BEGIN
  IF :migc_applied < 14 THEN
    EXECUTE IMMEDIATE :migc_step USING '3c94d6e2a815', 1, 'd4449f56e48518004842ba5015e5685d9270c18ed208dac957c65a9d56a106aa',
q'[DROP TABLE order_item]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'ORDER_ITEM']';
  END IF;
END;
/

-- [43] migrations/3c94d6e2a815_create_orders.mig:6  drop table order
BEGIN
  IF :migc_applied < 14 THEN
    EXECUTE IMMEDIATE :migc_step USING '3c94d6e2a815', 2, '7c8b82034e71e7f0199529316bac9f216e3f08c87c1b19853889ff42b9486b48',
q'[DROP TABLE "order"]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'order']';
  END IF;
END;
/

-- 3c94d6e2a815 is done
BEGIN
  IF :migc_applied < 14 THEN
    UPDATE migc_version SET version_num = '2b8e51c0d3f7' WHERE version_num = '3c94d6e2a815';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 3c94d6e2a815, so something else changed it while this script ran; revision 3c94d6e2a815 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '3c94d6e2a815';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 14 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('3c94d6e2a815', 'downgrade',
      'Create orders',
      'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade 2b8e51c0d3f7: Create the catalog
PROMPT migc: 15 of 16: downgrade 2b8e51c0d3f7 Create the catalog
-- [44] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  drop table product
BEGIN
  IF :migc_applied < 15 THEN
    EXECUTE IMMEDIATE :migc_step USING '2b8e51c0d3f7', 1, 'd242e1cac19e89aa9d32d0738b6331310618e6eb1c5753ccfee2b60aa20a64e0',
q'[DROP TABLE product]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT']';
  END IF;
END;
/

-- [45] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  drop table category
BEGIN
  IF :migc_applied < 15 THEN
    EXECUTE IMMEDIATE :migc_step USING '2b8e51c0d3f7', 2, 'cd359d0593bf200bc55be31b60fca63315e0a2e0f704c5bf16df97e7b235c209',
q'[DROP TABLE category]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CATEGORY']';
  END IF;
END;
/

-- 2b8e51c0d3f7 is done
BEGIN
  IF :migc_applied < 15 THEN
    UPDATE migc_version SET version_num = '1f0c2a7d94b1' WHERE version_num = '2b8e51c0d3f7';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 2b8e51c0d3f7, so something else changed it while this script ran; revision 2b8e51c0d3f7 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '2b8e51c0d3f7';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 15 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('2b8e51c0d3f7', 'downgrade',
      'Create the catalog',
      'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade 1f0c2a7d94b1: Create customers
PROMPT migc: 16 of 16: downgrade 1f0c2a7d94b1 Create customers
-- [46] migrations/1f0c2a7d94b1_create_customers.mig:6  drop table customer
BEGIN
  IF :migc_applied < 16 THEN
    EXECUTE IMMEDIATE :migc_step USING '1f0c2a7d94b1', 1, 'ec76484dbdc900c1bb67bb10f23a2173831a3c7d937f048a506f0dcda4e20efd',
q'[DROP TABLE customer]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER']';
  END IF;
END;
/

-- 1f0c2a7d94b1 is done
BEGIN
  IF :migc_applied < 16 THEN
    DELETE FROM migc_version WHERE version_num = '1f0c2a7d94b1';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 1f0c2a7d94b1, so something else changed it while this script ran; revision 1f0c2a7d94b1 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '1f0c2a7d94b1';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 16 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('1f0c2a7d94b1', 'downgrade',
      'Create customers',
      '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', '72d1255de69a7adf2a5bf3a04d94e481804b8e0808a40dd27ea8961f719529f3');
  END IF;
END;
/
COMMIT;

DECLARE
  answer NUMBER;
BEGIN
  EXECUTE IMMEDIATE 'BEGIN :answer := SYS.DBMS_LOCK.RELEASE(:id); END;' USING OUT answer, DBMS_UTILITY.GET_HASH_VALUE('migc ' || SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') || '.' || 'migc_version', 0, 1073741824);
EXCEPTION
  WHEN OTHERS THEN
    IF SQLCODE <> -6550 THEN
      RAISE;
    END IF;
END;
/

-- For the ticket
SELECT 'MIGC-RECEIPT 1 oracle 094e5d1732fc base 72d1255de69a 16' AS receipt FROM dual;
