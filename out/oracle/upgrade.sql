-- Upgrade of an Oracle database from base to 094e5d1732fc
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to 094e5d1732fc --upgrade --dialect oracle --target-version 19 -D
--                support_email=help@shop.example
-- Made for:      oracle (Oracle 19 or newer)
-- Apply with:    NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            094e5d1732fc
-- SHA-256:       1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0 (of this script, with zeros in the place of this number)
-- Takes:         a lock of DBMS_LOCK while it runs, where the user may take one, so that one script of migc runs at a time
--                of tables, what each statement needs, while it runs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [34] drop column product.old_code
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
  IF ASCIISTR('é€') <> '\00E9\20AC' THEN
    RAISE_APPLICATION_ERROR(-20000, 'this client does not read the script as UTF-8: set NLS_LANG=.AL32UTF8 before it starts; nothing was changed');
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
    here := 'base';
  ELSE
    EXECUTE IMMEDIATE q'[SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY NLSSORT(version_num, 'NLS_SORT=BINARY'))
      FROM migc_version]' INTO here;
    here := NVL(here, 'base');
  END IF;
  IF here = '094e5d1732fc' THEN
    RAISE_APPLICATION_ERROR(-20000, 'this database is at 094e5d1732fc already, where this script leads; nothing was changed');
  END IF;
  :migc_applied := CASE here
    WHEN 'base' THEN 0
    WHEN '1f0c2a7d94b1' THEN 1
    WHEN '2b8e51c0d3f7' THEN 2
    WHEN '3c94d6e2a815' THEN 3
    WHEN '4da7f3b09c26' THEN 4
    WHEN '5e13a8c7f402' THEN 5
    WHEN '6f42b9d10e58' THEN 6
    WHEN '70b5c4e8a963' THEN 7
    WHEN '81c6d5f9ba74' THEN 8
    WHEN 'b4f908c2eda7' THEN 9
    WHEN '92d7e6a0cb85, b4f908c2eda7' THEN 10
    WHEN 'a3e8f7b1dc96, b4f908c2eda7' THEN 11
    WHEN 'c50a19d3feb8' THEN 12
    WHEN 'd61b2ae40fc9' THEN 13
    WHEN 'e72c3bf510da' THEN 14
    WHEN 'f83d4c0621eb' THEN 15
  END;
  IF :migc_applied IS NULL THEN
    RAISE_APPLICATION_ERROR(-20000, 'this script starts at base, and this database is at ' || here || '; nothing was changed');
  END IF;
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_STEP';
  IF found = 1 THEN
    DECLARE
      next_revision VARCHAR2(512);
      other VARCHAR2(512);
    BEGIN
      next_revision := CASE :migc_applied
        WHEN 0 THEN '1f0c2a7d94b1'
        WHEN 1 THEN '2b8e51c0d3f7'
        WHEN 2 THEN '3c94d6e2a815'
        WHEN 3 THEN '4da7f3b09c26'
        WHEN 4 THEN '5e13a8c7f402'
        WHEN 5 THEN '6f42b9d10e58'
        WHEN 6 THEN '70b5c4e8a963'
        WHEN 7 THEN '81c6d5f9ba74'
        WHEN 8 THEN 'b4f908c2eda7'
        WHEN 9 THEN '92d7e6a0cb85'
        WHEN 10 THEN 'a3e8f7b1dc96'
        WHEN 11 THEN 'c50a19d3feb8'
        WHEN 12 THEN 'd61b2ae40fc9'
        WHEN 13 THEN 'e72c3bf510da'
        WHEN 14 THEN 'f83d4c0621eb'
        WHEN 15 THEN '094e5d1732fc'
      END;
      EXECUTE IMMEDIATE 'SELECT MIN(revision) FROM migc_step WHERE revision <> :next_revision OR step = 0' INTO other USING next_revision;
      IF other IS NOT NULL THEN
        RAISE_APPLICATION_ERROR(-20000, 'revision ' || other || ' was begun by another script and is not complete; run that one to its end first; nothing was changed');
      END IF;
    END;
  END IF;
  SELECT COUNT(*) INTO found FROM session_privs WHERE privilege = 'CREATE ANY TABLE'
    OR privilege = 'CREATE TABLE' AND SYS_CONTEXT('USERENV', 'SESSION_USER') = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA');
  IF found = 0 THEN
    RAISE_APPLICATION_ERROR(-20000, 'user ' || USER || ' lacks the privilege CREATE TABLE, which this script needs; nothing was changed');
  END IF;
  IF :migc_applied > 0 THEN
    EXECUTE IMMEDIATE 'SELECT MAX(script_sha256) KEEP (DENSE_RANK LAST ORDER BY id) FROM migc_history' INTO made_by;
      IF made_by <> '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0' THEN
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

-- ---- Upgrade 1f0c2a7d94b1: Create customers
PROMPT migc: 1 of 16: upgrade 1f0c2a7d94b1 Create customers
-- Bookkeeping: the revisions that this database is at, and what was done when.
DECLARE
  found NUMBER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_VERSION';
  IF found = 0 THEN
    EXECUTE IMMEDIATE q'[CREATE TABLE migc_version (
    version_num VARCHAR2(128 CHAR) NOT NULL PRIMARY KEY
  )]';
  END IF;
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_HISTORY';
  IF found = 0 THEN
    EXECUTE IMMEDIATE q'[CREATE TABLE migc_history (
    id NUMBER(19) GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    revision VARCHAR2(128 CHAR) NOT NULL,
    direction VARCHAR2(9) NOT NULL,
    message VARCHAR2(1000 CHAR),
    source_sha256 CHAR(64) NOT NULL,
    script_sha256 CHAR(64) NOT NULL,
    applied_at TIMESTAMP WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
    applied_by VARCHAR2(128) DEFAULT USER NOT NULL
  )]';
  END IF;
END;
/

-- [1] migrations/1f0c2a7d94b1_create_customers.mig:6  create table customer
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING '1f0c2a7d94b1', 1, '2f56d4a58bb587e0358a85bb265fccc5b682b65c490b1f3391aaf20c5dc6e25a',
q'[CREATE TABLE customer (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  full_name VARCHAR2(200 CHAR) NOT NULL,
  email VARCHAR2(320 CHAR) NOT NULL,
  is_active NUMBER(1) DEFAULT 1 NOT NULL CONSTRAINT customer_is_active_bool CHECK (is_active IN (0, 1)),
  created_at TIMESTAMP WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  CONSTRAINT customer_pkey PRIMARY KEY (id),
  CONSTRAINT customer_email_key UNIQUE (email),
  CONSTRAINT customer_email_has_at CHECK (email LIKE '%@%')
)]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER']';
  END IF;
END;
/

-- [2] migrations/1f0c2a7d94b1_create_customers.mig:6  comment on table customer
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING '1f0c2a7d94b1', 2, '0140c5e89845abb8f80cf23c67d34566d42f6c6976edac755121ee1dd4ba8f90',
q'[COMMENT ON TABLE customer IS 'One row per person who ever ordered']',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- 1f0c2a7d94b1 is done
BEGIN
  IF :migc_applied < 1 THEN
    INSERT INTO migc_version (version_num) SELECT '1f0c2a7d94b1' FROM dual WHERE NOT EXISTS (SELECT 1 FROM migc_version WHERE version_num = '1f0c2a7d94b1');
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version holds 1f0c2a7d94b1 already, so something else changed it while this script ran; revision 1f0c2a7d94b1 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '1f0c2a7d94b1';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 1 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('1f0c2a7d94b1', 'upgrade',
      'Create customers',
      '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade 2b8e51c0d3f7: Create the catalog
PROMPT migc: 2 of 16: upgrade 2b8e51c0d3f7 Create the catalog
-- [3] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  create table category
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING '2b8e51c0d3f7', 1, '6c72ad351a7ae143285a8b1f6d3401a045e6cde51f603d0dfe07f11742237cea',
q'[CREATE TABLE category (
  id NUMBER(10) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  name VARCHAR2(80 CHAR) NOT NULL,
  CONSTRAINT category_pkey PRIMARY KEY (id),
  CONSTRAINT category_name_key UNIQUE (name)
)]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CATEGORY']';
  END IF;
END;
/

-- [4] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  create table product
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING '2b8e51c0d3f7', 2, 'e73e7e49b8c2fd2272d1d9e49aa779ee39eaa9d67d844b1ee6d4f8673f7a1d22',
q'[CREATE TABLE product (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  category_id NUMBER(10) NOT NULL,
  sku VARCHAR2(40 CHAR) NOT NULL,
  title VARCHAR2(200 CHAR) NOT NULL,
  price NUMBER(8,2) NOT NULL,
  old_code VARCHAR2(20 CHAR),
  description CLOB,
  CONSTRAINT product_pkey PRIMARY KEY (id),
  CONSTRAINT product_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id),
  CONSTRAINT product_sku_key UNIQUE (sku),
  CONSTRAINT product_price_positive CHECK (price >= 0)
)]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT']';
  END IF;
END;
/

-- [5] migrations/2b8e51c0d3f7_create_the_catalog.mig:21  create index product_category_id_title_idx on product
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING '2b8e51c0d3f7', 3, '04f9b21604efe09bf8d8a4f440c05bb9127db9dc18fe942da36538e0ff7756a1',
q'[CREATE INDEX product_category_id_title_idx ON product (category_id, title)]',
q'[SELECT COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'PRODUCT_CATEGORY_ID_TITLE_IDX']';
  END IF;
END;
/

-- 2b8e51c0d3f7 is done
BEGIN
  IF :migc_applied < 2 THEN
    UPDATE migc_version SET version_num = '2b8e51c0d3f7' WHERE version_num = '1f0c2a7d94b1';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 1f0c2a7d94b1, so something else changed it while this script ran; revision 2b8e51c0d3f7 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '2b8e51c0d3f7';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 2 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('2b8e51c0d3f7', 'upgrade',
      'Create the catalog',
      'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade 3c94d6e2a815: Create orders
PROMPT migc: 3 of 16: upgrade 3c94d6e2a815 Create orders
-- [6] migrations/3c94d6e2a815_create_orders.mig:6  create table order
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING '3c94d6e2a815', 1, 'a2b7aa3993addc7b8f0da02dc00c0fff19e0735a9ad3c212d7169fc8e0438a3b',
q'[CREATE TABLE "order" (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  customer_id NUMBER(19) NOT NULL,
  placed_at TIMESTAMP WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  status VARCHAR2(20 CHAR) DEFAULT 'open' NOT NULL,
  CONSTRAINT order_pkey PRIMARY KEY (id),
  CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT order_status_known CHECK (status IN ('open', 'paid', 'shipped', 'cancelled'))
)]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'order']';
  END IF;
END;
/

-- [7] migrations/3c94d6e2a815_create_orders.mig:12  create index order_customer_id_placed_at_idx on order
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING '3c94d6e2a815', 2, '6e750b00a3c55c701ce67d33e02a0b787ce2c28c8c5ae29e1dadb7e8cf37e715',
q'[CREATE INDEX order_customer_id_placed_at_idx ON "order" (customer_id, placed_at DESC)]',
q'[SELECT COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'ORDER_CUSTOMER_ID_PLACED_AT_IDX']';
  END IF;
END;
/

-- [8] migrations/3c94d6e2a815_create_orders.mig:15  create table order_item
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING '3c94d6e2a815', 3, 'e6420e42cffbce91869aded3918dbafdc845fd42aad5905d5e380506a813321e',
q'[CREATE TABLE order_item (
  order_id NUMBER(19) NOT NULL,
  line NUMBER(5) NOT NULL,
  product_id NUMBER(19) NOT NULL,
  quantity NUMBER(10) DEFAULT 1 NOT NULL,
  unit_price NUMBER(8,2) NOT NULL,
  CONSTRAINT order_item_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT order_item_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id),
  CONSTRAINT order_item_pkey PRIMARY KEY (order_id, line),
  CONSTRAINT order_item_quantity_check CHECK (quantity > 0)
)]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'ORDER_ITEM']';
  END IF;
END;
/

-- 3c94d6e2a815 is done
BEGIN
  IF :migc_applied < 3 THEN
    UPDATE migc_version SET version_num = '3c94d6e2a815' WHERE version_num = '2b8e51c0d3f7';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 2b8e51c0d3f7, so something else changed it while this script ran; revision 3c94d6e2a815 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '3c94d6e2a815';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 3 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('3c94d6e2a815', 'upgrade',
      'Create orders',
      'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade 4da7f3b09c26: Add countries
PROMPT migc: 4 of 16: upgrade 4da7f3b09c26 Add countries
-- [9] migrations/4da7f3b09c26_add_countries.mig:6  create table country
BEGIN
  IF :migc_applied < 4 THEN
    EXECUTE IMMEDIATE :migc_step USING '4da7f3b09c26', 1, 'a995ed96054af4a3f40d27d2875767369466fdd966480874c9f862e436e57f91',
q'[CREATE TABLE country (
  code CHAR(2 CHAR) NOT NULL,
  name VARCHAR2(80 CHAR) NOT NULL,
  CONSTRAINT country_pkey PRIMARY KEY (code)
)]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'COUNTRY']';
  END IF;
END;
/

-- [10] migrations/4da7f3b09c26_add_countries.mig:10  insert 5 rows into country
BEGIN
  IF :migc_applied < 4 THEN
    EXECUTE IMMEDIATE :migc_step USING '4da7f3b09c26', 2, 'cb01a1904ba61e07509e96ae81890b293a8754b117e443e6a14680abe0348718',
q'[BEGIN
  INSERT INTO country (code, name) VALUES ('DE', 'Germany');
  INSERT INTO country (code, name) VALUES ('FR', 'France');
  INSERT INTO country (code, name) VALUES ('GB', 'United Kingdom');
  INSERT INTO country (code, name) VALUES ('US', 'United States');
  INSERT INTO country (code, name) VALUES ('CI', 'Côte d''Ivoire');
END;]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [11] migrations/4da7f3b09c26_add_countries.mig:11  insert 2 rows into country
BEGIN
  IF :migc_applied < 4 THEN
    EXECUTE IMMEDIATE :migc_step USING '4da7f3b09c26', 3, '4e40e6a0709db941ee370f3afcbd6c10771efb2d9c4813c1694d10104add7a8e',
q'[BEGIN
  INSERT INTO country (code, name) VALUES ('CH', 'Switzerland');
  INSERT INTO country (code, name) VALUES ('AT', 'Austria');
END;]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [12] migrations/4da7f3b09c26_add_countries.mig:15  add column customer.country_code
BEGIN
  IF :migc_applied < 4 THEN
    EXECUTE IMMEDIATE :migc_step USING '4da7f3b09c26', 4, '1300b5122f71df9a67285fa648b9ed091ad078d5ab2428dc7e46e462458acf17',
q'[ALTER TABLE customer ADD (country_code CHAR(2 CHAR) CONSTRAINT customer_country_code_fkey REFERENCES country (code))]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'COUNTRY_CODE']';
  END IF;
END;
/

-- 4da7f3b09c26 is done
BEGIN
  IF :migc_applied < 4 THEN
    UPDATE migc_version SET version_num = '4da7f3b09c26' WHERE version_num = '3c94d6e2a815';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 3c94d6e2a815, so something else changed it while this script ran; revision 4da7f3b09c26 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '4da7f3b09c26';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 4 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('4da7f3b09c26', 'upgrade',
      'Add countries',
      '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade 5e13a8c7f402: Find customers by name without blocking writers
PROMPT migc: 5 of 16: upgrade 5e13a8c7f402 Find customers by name without blocking writers
-- [13] migrations/5e13a8c7f402_find_customers_by_name.mig:13  create index customer_name_idx on customer
BEGIN
  IF :migc_applied < 5 THEN
    EXECUTE IMMEDIATE :migc_step USING '5e13a8c7f402', 1, '78238587e4ae6d305053861f42689cdaad34c292155bab23651c318fc7922c4c',
q'[CREATE INDEX customer_name_idx ON customer (LOWER(full_name)) ONLINE]',
q'[SELECT COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'CUSTOMER_NAME_IDX']';
  END IF;
END;
/

-- 5e13a8c7f402 is done
BEGIN
  IF :migc_applied < 5 THEN
    UPDATE migc_version SET version_num = '5e13a8c7f402' WHERE version_num = '4da7f3b09c26';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 4da7f3b09c26, so something else changed it while this script ran; revision 5e13a8c7f402 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '5e13a8c7f402';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 5 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('5e13a8c7f402', 'upgrade',
      'Find customers by name without blocking writers',
      '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade 6f42b9d10e58: Call it display_name
PROMPT migc: 6 of 16: upgrade 6f42b9d10e58 Call it display_name
-- [14] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.full_name to display_name: drop index customer_name_idx, which computes with it
BEGIN
  IF :migc_applied < 6 THEN
    EXECUTE IMMEDIATE :migc_step USING '6f42b9d10e58', 1, 'dc0b649b34148042d0a16ca3f611b8672038c60bfed3d72ccc9dab56a3069ea3',
q'[DROP INDEX customer_name_idx]',
q'[SELECT 1 - COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'CUSTOMER_NAME_IDX']';
  END IF;
END;
/

-- [15] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.full_name to display_name
BEGIN
  IF :migc_applied < 6 THEN
    EXECUTE IMMEDIATE :migc_step USING '6f42b9d10e58', 2, '0211719c5385a24a42fcda8e22b03568faad4f931814e120020e535940bbd944',
q'[ALTER TABLE customer RENAME COLUMN full_name TO display_name]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'DISPLAY_NAME']';
  END IF;
END;
/

-- [16] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.full_name to display_name: put back index customer_name_idx
BEGIN
  IF :migc_applied < 6 THEN
    EXECUTE IMMEDIATE :migc_step USING '6f42b9d10e58', 3, '2b6f156889f28c97da3b32dcd2575f327364d237a83119e26b24db279e6685ab',
q'[CREATE INDEX customer_name_idx ON customer (LOWER(display_name))]',
q'[SELECT COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'CUSTOMER_NAME_IDX']';
  END IF;
END;
/

-- 6f42b9d10e58 is done
BEGIN
  IF :migc_applied < 6 THEN
    UPDATE migc_version SET version_num = '6f42b9d10e58' WHERE version_num = '5e13a8c7f402';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 5e13a8c7f402, so something else changed it while this script ran; revision 6f42b9d10e58 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '6f42b9d10e58';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 6 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('6f42b9d10e58', 'upgrade',
      'Call it display_name',
      'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade 70b5c4e8a963: Prices with four decimals
PROMPT migc: 7 of 16: upgrade 70b5c4e8a963 Prices with four decimals
-- [17] migrations/70b5c4e8a963_prices_with_four_decimals.mig:7  change type of product.price to decimal(12,4), set default of product.price
BEGIN
  IF :migc_applied < 7 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 1, '3688daf95939dfa7bed69b0600faafe472831d2f1ae92d8654f79d0d7fe708c5',
q'[ALTER TABLE product MODIFY (price NUMBER(12,4) DEFAULT 0)]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [18] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(12,4)
BEGIN
  IF :migc_applied < 7 THEN
    EXECUTE IMMEDIATE :migc_step USING '70b5c4e8a963', 2, '3decac8f6dca6e9f74bcfdb63c2d6ef74155474a697f97a891f4c7337009986c',
q'[ALTER TABLE order_item MODIFY (unit_price NUMBER(12,4))]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- 70b5c4e8a963 is done
BEGIN
  IF :migc_applied < 7 THEN
    UPDATE migc_version SET version_num = '70b5c4e8a963' WHERE version_num = '6f42b9d10e58';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 6f42b9d10e58, so something else changed it while this script ran; revision 70b5c4e8a963 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '70b5c4e8a963';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 7 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('70b5c4e8a963', 'upgrade',
      'Prices with four decimals',
      '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade 81c6d5f9ba74: Line totals
PROMPT migc: 8 of 16: upgrade 81c6d5f9ba74 Line totals
-- [19] migrations/81c6d5f9ba74_line_totals.mig:8  add column order_item.line_total
BEGIN
  IF :migc_applied < 8 THEN
    EXECUTE IMMEDIATE :migc_step USING '81c6d5f9ba74', 1, '3e98b7f83d361a16008cd3dc84827073851a8dbc540a680af83fc61857f09124',
q'[ALTER TABLE order_item ADD (line_total NUMBER(14,4) GENERATED ALWAYS AS (quantity * unit_price) VIRTUAL)]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'ORDER_ITEM' AND column_name = 'LINE_TOTAL']';
  END IF;
END;
/

-- 81c6d5f9ba74 is done
BEGIN
  IF :migc_applied < 8 THEN
    UPDATE migc_version SET version_num = '81c6d5f9ba74' WHERE version_num = '70b5c4e8a963';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 70b5c4e8a963, so something else changed it while this script ran; revision 81c6d5f9ba74 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '81c6d5f9ba74';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 8 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('81c6d5f9ba74', 'upgrade',
      'Line totals',
      '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade b4f908c2eda7: Shipments
PROMPT migc: 9 of 16: upgrade b4f908c2eda7 Shipments
-- [20] migrations/b4f908c2eda7_shipments.mig:7  create table carrier
BEGIN
  IF :migc_applied < 9 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b4f908c2eda7', 1, 'c3eab270f5fd205892b16c91a2f4f8ff35f41fe771d033c28dbfffd95d041a90',
q'[CREATE TABLE carrier (
  code VARCHAR2(10 CHAR) NOT NULL,
  name VARCHAR2(80 CHAR) NOT NULL,
  CONSTRAINT carrier_pkey PRIMARY KEY (code)
)]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CARRIER']';
  END IF;
END;
/

-- [21] migrations/b4f908c2eda7_shipments.mig:11  insert 2 rows into carrier
BEGIN
  IF :migc_applied < 9 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b4f908c2eda7', 2, '3b345dd724e8e37f504b97a87a95243478c02ce66e8a589763b9c411d7f075b8',
q'[BEGIN
  INSERT INTO carrier (code, name) VALUES ('DHL', 'DHL Paket');
  INSERT INTO carrier (code, name) VALUES ('GLS', 'GLS');
END;]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [22] migrations/b4f908c2eda7_shipments.mig:13  create table shipment
BEGIN
  IF :migc_applied < 9 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b4f908c2eda7', 3, 'c9d87a63964f0bd40e4611e25fbd95baccaca478d99d7d211167d843e4c8b1dc',
q'[CREATE TABLE shipment (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  order_id NUMBER(19) NOT NULL,
  carrier_code VARCHAR2(10 CHAR) NOT NULL,
  tracking VARCHAR2(60 CHAR),
  shipped_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT shipment_pkey PRIMARY KEY (id),
  CONSTRAINT shipment_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT shipment_carrier_code_fkey FOREIGN KEY (carrier_code) REFERENCES carrier (code)
)]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SHIPMENT']';
  END IF;
END;
/

-- b4f908c2eda7 is done
BEGIN
  IF :migc_applied < 9 THEN
    UPDATE migc_version SET version_num = 'b4f908c2eda7' WHERE version_num = '81c6d5f9ba74';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 81c6d5f9ba74, so something else changed it while this script ran; revision b4f908c2eda7 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'b4f908c2eda7';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 9 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('b4f908c2eda7', 'upgrade',
      'Shipments',
      'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade 92d7e6a0cb85: Invoices
PROMPT migc: 10 of 16: upgrade 92d7e6a0cb85 Invoices
-- [23] migrations/92d7e6a0cb85_invoices.mig:7  create table invoice
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '92d7e6a0cb85', 1, 'e130de43c2eb4493ecb9f7d59bc69554033d1a5c5624bdafdfc1b6c3ba95ff89',
q'[CREATE TABLE invoice (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  order_id NUMBER(19) NOT NULL,
  "number" VARCHAR2(20 CHAR) NOT NULL,
  issued_on DATE DEFAULT TRUNC(CURRENT_DATE) NOT NULL,
  paid NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT invoice_paid_bool CHECK (paid IN (0, 1)),
  CONSTRAINT invoice_pkey PRIMARY KEY (id),
  CONSTRAINT invoice_order_id_key UNIQUE (order_id),
  CONSTRAINT invoice_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id)
)]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'INVOICE']';
  END IF;
END;
/

-- [24] migrations/92d7e6a0cb85_invoices.mig:14  create unique index invoice_number_key on invoice
BEGIN
  IF :migc_applied < 10 THEN
    EXECUTE IMMEDIATE :migc_step USING '92d7e6a0cb85', 2, '75dde0fd648a7dba8dbd1a11dd6e7b856327231e9fa182474f0b8b84d89b4173',
q'[CREATE UNIQUE INDEX invoice_number_key ON invoice ("number")]',
q'[SELECT COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'INVOICE_NUMBER_KEY']';
  END IF;
END;
/

-- 92d7e6a0cb85 is done
BEGIN
  IF :migc_applied < 10 THEN
    INSERT INTO migc_version (version_num) SELECT '92d7e6a0cb85' FROM dual WHERE NOT EXISTS (SELECT 1 FROM migc_version WHERE version_num = '92d7e6a0cb85');
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version holds 92d7e6a0cb85 already, so something else changed it while this script ran; revision 92d7e6a0cb85 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '92d7e6a0cb85';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 10 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('92d7e6a0cb85', 'upgrade',
      'Invoices',
      'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade a3e8f7b1dc96: Find open invoices fast
PROMPT migc: 11 of 16: upgrade a3e8f7b1dc96 Find open invoices fast
-- [25] migrations/a3e8f7b1dc96_open_invoices.mig:8  create index invoice_open_idx on invoice
BEGIN
  IF :migc_applied < 11 THEN
    EXECUTE IMMEDIATE :migc_step USING 'a3e8f7b1dc96', 1, '7c9c991cec406afe50c24b0f8370906692493cb12bcf331268667018c6edfd98',
q'[CREATE INDEX invoice_open_idx ON invoice (paid, issued_on)]',
q'[SELECT COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'INVOICE_OPEN_IDX']';
  END IF;
END;
/

-- a3e8f7b1dc96 is done
BEGIN
  IF :migc_applied < 11 THEN
    UPDATE migc_version SET version_num = 'a3e8f7b1dc96' WHERE version_num = '92d7e6a0cb85';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds 92d7e6a0cb85, so something else changed it while this script ran; revision a3e8f7b1dc96 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'a3e8f7b1dc96';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 11 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('a3e8f7b1dc96', 'upgrade',
      'Find open invoices fast',
      '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade c50a19d3feb8: Merge billing and shipping
PROMPT migc: 12 of 16: upgrade c50a19d3feb8 Merge billing and shipping
-- c50a19d3feb8 is done
BEGIN
  IF :migc_applied < 12 THEN
    DELETE FROM migc_version WHERE version_num = 'a3e8f7b1dc96';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds a3e8f7b1dc96, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded');
    END IF;
    UPDATE migc_version SET version_num = 'c50a19d3feb8' WHERE version_num = 'b4f908c2eda7';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds b4f908c2eda7, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'c50a19d3feb8';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 12 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('c50a19d3feb8', 'upgrade',
      'Merge billing and shipping',
      '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade d61b2ae40fc9: Notes on customers, and who to ask
PROMPT migc: 13 of 16: upgrade d61b2ae40fc9 Notes on customers, and who to ask
-- [26] migrations/d61b2ae40fc9_customer_notes.mig:7  add column customer.note, add column customer.contact
BEGIN
  IF :migc_applied < 13 THEN
    EXECUTE IMMEDIATE :migc_step USING 'd61b2ae40fc9', 1, 'b71518c1a5a04ddef587cca276b47e241dfe8d99a72bac11f25cf3d8a409e6cb',
q'[ALTER TABLE customer ADD (
  note CLOB,
  contact VARCHAR2(320 CHAR) DEFAULT 'help@shop.example' NOT NULL
)]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'NOTE']';
  END IF;
END;
/

-- [27] migrations/d61b2ae40fc9_customer_notes.mig:9  comment on column customer.note
BEGIN
  IF :migc_applied < 13 THEN
    EXECUTE IMMEDIATE :migc_step USING 'd61b2ae40fc9', 2, '7d7f813db0cbc19c7d6ec1553ac8fb82643a3d53feef4587cdb6ae164b662a6f',
q'[COMMENT ON COLUMN customer.note IS 'Written by the support desk; never shown to the customer']',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- d61b2ae40fc9 is done
BEGIN
  IF :migc_applied < 13 THEN
    UPDATE migc_version SET version_num = 'd61b2ae40fc9' WHERE version_num = 'c50a19d3feb8';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds c50a19d3feb8, so something else changed it while this script ran; revision d61b2ae40fc9 is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'd61b2ae40fc9';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 13 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('d61b2ae40fc9', 'upgrade',
      'Notes on customers, and who to ask',
      '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade e72c3bf510da: A view of open orders
PROMPT migc: 14 of 16: upgrade e72c3bf510da A view of open orders
-- [28] migrations/e72c3bf510da_open_orders_view.mig:15  run raw SQL
BEGIN
  IF :migc_applied < 14 THEN
    EXECUTE IMMEDIATE :migc_step USING 'e72c3bf510da', 1, '9ea5784f3e5e9dc1f8411ec81a81b3da4d0a7e2115d16dc781dab68dbcbae3d4',
q'[CREATE VIEW open_order AS
SELECT o.id, o.placed_at, c.display_name
FROM "order" o JOIN customer c ON c.id = o.customer_id
WHERE o.status = 'open']',
'';
  END IF;
END;
/

-- e72c3bf510da is done
BEGIN
  IF :migc_applied < 14 THEN
    UPDATE migc_version SET version_num = 'e72c3bf510da' WHERE version_num = 'd61b2ae40fc9';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds d61b2ae40fc9, so something else changed it while this script ran; revision e72c3bf510da is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'e72c3bf510da';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 14 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('e72c3bf510da', 'upgrade',
      'A view of open orders',
      '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade f83d4c0621eb: Every order has a channel
PROMPT migc: 15 of 16: upgrade f83d4c0621eb Every order has a channel
-- [29] migrations/f83d4c0621eb_every_order_has_a_channel.mig:6  require: there are customers without an e-mail address; ask the support desk first
DECLARE
  answer VARCHAR2(4000);
  found NUMBER;
BEGIN
  IF :migc_applied < 15 THEN
    SELECT COUNT(*) INTO found FROM migc_step WHERE revision = 'f83d4c0621eb' AND step = 1;
    IF found = 0 THEN
      BEGIN
        EXECUTE IMMEDIATE q'[SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM customer WHERE email = '']' INTO answer;
      EXCEPTION
        WHEN NO_DATA_FOUND OR TOO_MANY_ROWS THEN
          answer := NULL;
      END;
      IF answer IS NULL OR answer NOT IN ('1', 'TRUE') THEN
        RAISE_APPLICATION_ERROR(-20000, 'there are customers without an e-mail address; ask the support desk first (required by migrations/f83d4c0621eb_every_order_has_a_channel.mig:6, in revision f83d4c0621eb)');
      END IF;
      INSERT INTO migc_step (revision, step, sha256, state) VALUES ('f83d4c0621eb', 1, '82fd761bfb5d1be12bf21a387905ff01dea6928944dcd8195b3c0ec9e15d4092', 'done');
      COMMIT;
    END IF;
  END IF;
END;
/

-- [30] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  add column order.channel
BEGIN
  IF :migc_applied < 15 THEN
    EXECUTE IMMEDIATE :migc_step USING 'f83d4c0621eb', 2, '6243923730ce2a819f52cccf5c85354c0c20e85b5b22bfbaac585ca4c9786ace',
q'[ALTER TABLE "order" ADD (channel VARCHAR2(10 CHAR))]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'order' AND column_name = 'CHANNEL']';
  END IF;
END;
/

-- [31] migrations/f83d4c0621eb_every_order_has_a_channel.mig:8  update rows of order
BEGIN
  IF :migc_applied < 15 THEN
    EXECUTE IMMEDIATE :migc_step USING 'f83d4c0621eb', 3, '3ff43cbc2264093f77b9d0b6cd765209168f35ef449dd8f72b7d0ae77dc5af22',
q'[UPDATE "order" SET channel = 'web' WHERE channel IS NULL]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [32] migrations/f83d4c0621eb_every_order_has_a_channel.mig:10  set default of order.channel, set not null on order.channel
BEGIN
  IF :migc_applied < 15 THEN
    EXECUTE IMMEDIATE :migc_step USING 'f83d4c0621eb', 4, '322ce0697d17f609804a6f3ed9430bfce8b166dd7eeb24e7e25c4a8d89c6d7fa',
q'[ALTER TABLE "order" MODIFY (channel DEFAULT 'web' NOT NULL)]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'order' AND column_name = 'CHANNEL' AND nullable = 'N']';
  END IF;
END;
/

-- [33] migrations/f83d4c0621eb_every_order_has_a_channel.mig:12  add check constraint order_channel_known to order
BEGIN
  IF :migc_applied < 15 THEN
    EXECUTE IMMEDIATE :migc_step USING 'f83d4c0621eb', 5, 'dd066a65709dcacc568d82e03327c75a5848ba16634d33a54067335718c176c1',
q'[ALTER TABLE "order" ADD CONSTRAINT order_channel_known CHECK (channel IN ('web', 'phone', 'shop'))]',
q'[SELECT COUNT(*) FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'order' AND constraint_name = 'ORDER_CHANNEL_KNOWN']';
  END IF;
END;
/

-- f83d4c0621eb is done
BEGIN
  IF :migc_applied < 15 THEN
    UPDATE migc_version SET version_num = 'f83d4c0621eb' WHERE version_num = 'e72c3bf510da';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds e72c3bf510da, so something else changed it while this script ran; revision f83d4c0621eb is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'f83d4c0621eb';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 15 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('f83d4c0621eb', 'upgrade',
      'Every order has a channel',
      'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade 094e5d1732fc: Drop the old codes
PROMPT migc: 16 of 16: upgrade 094e5d1732fc Drop the old codes
-- [34] migrations/094e5d1732fc_drop_the_old_codes.mig:7  drop column product.old_code
BEGIN
  IF :migc_applied < 16 THEN
    EXECUTE IMMEDIATE :migc_step USING '094e5d1732fc', 1, '41f583fe9fd1e6261983ee16e183fb79618e9fad0d5007c3e50b831a38712426',
q'[ALTER TABLE product DROP COLUMN old_code]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT' AND column_name = 'OLD_CODE']';
  END IF;
END;
/

-- [35] migrations/094e5d1732fc_drop_the_old_codes.mig:8  rename constraint product_price_positive of product to product_price_check
BEGIN
  IF :migc_applied < 16 THEN
    EXECUTE IMMEDIATE :migc_step USING '094e5d1732fc', 2, '803c2c5c25596bd94466eda1eb7efaddf13e714d9f3e4f10c29991a40ede5456',
q'[ALTER TABLE product RENAME CONSTRAINT product_price_positive TO product_price_check]',
q'[SELECT COUNT(*) FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT' AND constraint_name = 'PRODUCT_PRICE_CHECK']';
  END IF;
END;
/

-- [36] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table category to product_category
BEGIN
  IF :migc_applied < 16 THEN
    EXECUTE IMMEDIATE :migc_step USING '094e5d1732fc', 3, '36302612fd5d35c71c59d4aa9bc074e31659b6f13d254fe1ae4fe0341bddfb5c',
q'[ALTER TABLE category RENAME TO product_category]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PRODUCT_CATEGORY']';
  END IF;
END;
/

-- 094e5d1732fc is done
BEGIN
  IF :migc_applied < 16 THEN
    UPDATE migc_version SET version_num = '094e5d1732fc' WHERE version_num = 'f83d4c0621eb';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds f83d4c0621eb, so something else changed it while this script ran; revision 094e5d1732fc is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = '094e5d1732fc';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 16 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('094e5d1732fc', 'upgrade',
      'Drop the old codes',
      'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', '1e9714c946b4b4ee5a1ff75712e25afa3b7402bbc4b1158c06d351b2478920a0');
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
SELECT 'MIGC-RECEIPT 1 oracle base 094e5d1732fc 1e9714c946b4 16' AS receipt FROM dual;
