-- The way back of an Oracle database to a, from wherever its upgrade to d stopped
--
-- Made by:       migc 0.1.0
-- Made for:      oracle (Oracle 19 or newer)
-- Apply with:    NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Direction:     downgrade
-- From:          b
-- To:            a
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
-- SHA-256:       0000000000000000000000000000000000000000000000000000000000000000 (of this script, with zeros in the place of this number)
-- Takes:         a lock of DBMS_LOCK while it runs, where the user may take one, so that one script of migc runs at a time
--                of tables, what each statement needs, while it runs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Cannot undo:   revision b: change type of customer.level to smallint may have lost data, which nothing brings back
--                where that was done this script changes nothing, and going on with upgrade.sql is the only way
--
-- Revisions, in the order in which they run:
--   b  Rules for what is there
--     migrations/b_rules.mig  SHA-256 0000000000000000000000000000000000000000000000000000000000000000

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
VARIABLE migc_begun NUMBER
VARIABLE migc_passed NUMBER

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
    RAISE_APPLICATION_ERROR(-20000, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at b; nothing was changed');
  ELSE
    EXECUTE IMMEDIATE q'[SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY NLSSORT(version_num, 'NLS_SORT=BINARY'))
      FROM migc_version]' INTO here;
    here := NVL(here, 'base');
  END IF;
  :migc_applied := CASE here
    WHEN 'b' THEN 0
    WHEN 'a' THEN 1
  END;
  IF here = 'c' OR here = 'd' THEN
    RAISE_APPLICATION_ERROR(-20000, 'revision b is complete and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.');
  END IF;
  IF :migc_applied IS NULL THEN
    RAISE_APPLICATION_ERROR(-20000, 'this script starts at b, and this database is at ' || here || '; nothing was changed');
  END IF;
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_HISTORY';
  IF found = 0 THEN
    RAISE_APPLICATION_ERROR(-20000, 'there is no table migc_history, in which this script records what it did; nothing was changed');
  END IF;
END;
/
-- Where the upgrade stopped: how many of its revisions are complete, and what its ledger has of the next one.
DECLARE
  stopped_at NUMBER := 1 - :migc_applied;
  this_script VARCHAR2(64) := '0000000000000000000000000000000000000000000000000000000000000000';
  next_revision VARCHAR2(512);
  last_revision VARCHAR2(512);
  other VARCHAR2(512);
  made_by VARCHAR2(64);
  found NUMBER;
  own NUMBER := 0;
  behind NUMBER := 0;
  begun NUMBER;
  had_effect NUMBER := 0;
  passed NUMBER;
BEGIN
  next_revision := CASE stopped_at WHEN 0 THEN 'b' WHEN 1 THEN 'c' WHEN 2 THEN 'd' ELSE ' ' END;
  last_revision := CASE stopped_at WHEN 1 THEN 'b' WHEN 2 THEN 'c' WHEN 3 THEN 'd' ELSE ' ' END;
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_STEP';
  IF found = 1 THEN
    IF stopped_at = 0 THEN
      EXECUTE IMMEDIATE
q'[SELECT MIN(revision) FROM migc_step
  WHERE NOT (revision = 'b' AND (step, sha256) IN (
    (1, '0000000000000000000000000000000000000000000000000000000000000000'),
    (2, '0000000000000000000000000000000000000000000000000000000000000000'),
    (3, '0000000000000000000000000000000000000000000000000000000000000000'),
    (4, '0000000000000000000000000000000000000000000000000000000000000000'),
    (5, '0000000000000000000000000000000000000000000000000000000000000000'),
    (6, '0000000000000000000000000000000000000000000000000000000000000000'),
    (7, '0000000000000000000000000000000000000000000000000000000000000000'),
    (8, '0000000000000000000000000000000000000000000000000000000000000000'),
    (9, '0000000000000000000000000000000000000000000000000000000000000000'),
    (10, '0000000000000000000000000000000000000000000000000000000000000000'),
    (11, '0000000000000000000000000000000000000000000000000000000000000000'),
    (12, '0000000000000000000000000000000000000000000000000000000000000000'),
    (13, '0000000000000000000000000000000000000000000000000000000000000000'),
    (14, '0000000000000000000000000000000000000000000000000000000000000000'),
    (15, '0000000000000000000000000000000000000000000000000000000000000000'),
    (16, '0000000000000000000000000000000000000000000000000000000000000000'),
    (17, '0000000000000000000000000000000000000000000000000000000000000000'),
    (18, '0000000000000000000000000000000000000000000000000000000000000000'),
    (19, '0000000000000000000000000000000000000000000000000000000000000000'),
    (20, '0000000000000000000000000000000000000000000000000000000000000000')))]'
      INTO other;
    ELSIF stopped_at = 1 THEN
      EXECUTE IMMEDIATE
q'[SELECT MIN(revision) FROM migc_step
  WHERE NOT (revision = 'c' AND (step, sha256) IN (
    (1, '0000000000000000000000000000000000000000000000000000000000000000'),
    (2, '0000000000000000000000000000000000000000000000000000000000000000'),
    (3, '0000000000000000000000000000000000000000000000000000000000000000'),
    (4, '0000000000000000000000000000000000000000000000000000000000000000'),
    (5, '0000000000000000000000000000000000000000000000000000000000000000')))
  AND NOT (revision = 'b' AND (step = 0 AND sha256 = :this_script OR (step, sha256) IN (
    (1, '0000000000000000000000000000000000000000000000000000000000000000'),
    (2, '0000000000000000000000000000000000000000000000000000000000000000'))))]'
      INTO other USING this_script;
    END IF;
    IF other IS NOT NULL THEN
      RAISE_APPLICATION_ERROR(-20000, 'revision ' || other || ' was begun by another script than upgrade.sql; let that one end first; nothing was changed');
    END IF;
    EXECUTE IMMEDIATE q'[SELECT COUNT(*) FROM migc_step WHERE revision = :last_revision AND step = 0]' INTO own USING last_revision;
    EXECUTE IMMEDIATE
q'[SELECT NVL(MAX(CASE WHEN state = 'done' THEN step END), 0), MAX(CASE WHEN state = 'started' THEN step END)
  FROM migc_step WHERE revision = :next_revision]'
      INTO behind, begun USING next_revision;
  END IF;
  IF own = 0 AND stopped_at BETWEEN 1 AND 2 THEN
    EXECUTE IMMEDIATE 'SELECT MAX(script_sha256) KEEP (DENSE_RANK LAST ORDER BY id) FROM migc_history' INTO made_by;
    IF NVL(made_by, ' ') NOT IN ('0000000000000000000000000000000000000000000000000000000000000000', this_script) THEN
      RAISE_APPLICATION_ERROR(-20000, 'this database is at ' || CASE stopped_at WHEN 1 THEN 'b' WHEN 2 THEN 'c' END || ', where no run of upgrade.sql left it; nothing was changed');
    END IF;
  END IF;
  IF own = 0 AND stopped_at = 1 THEN
    RAISE_APPLICATION_ERROR(-20000, 'revision b is complete and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.');
  END IF;
  IF begun IS NOT NULL THEN
    IF stopped_at = 0 AND begun = 2 THEN
      EXECUTE IMMEDIATE
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'NAME' AND nullable = 'N']'
      INTO had_effect;
    ELSIF stopped_at = 0 AND begun = 3 THEN
      EXECUTE IMMEDIATE
q'[SELECT COUNT(*) FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND constraint_name = 'CUSTOMER_EMAIL_ONCE']'
      INTO had_effect;
    ELSIF stopped_at = 0 AND begun = 4 THEN
      EXECUTE IMMEDIATE
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'MIGC_LEVEL']'
      INTO had_effect;
    END IF;
    IF had_effect > 0 THEN
      behind := begun;
    END IF;
  END IF;
  IF begun IS NOT NULL OR behind > 0 THEN
    passed := CASE stopped_at
      WHEN 0 THEN CASE behind WHEN 0 THEN 2 WHEN 1 THEN 2 WHEN 2 THEN 1 WHEN 3 THEN 0 END
    END;
    IF passed IS NULL THEN
      RAISE_APPLICATION_ERROR(-20000, NVL(CASE stopped_at
        WHEN 0 THEN CASE behind
          WHEN 4 THEN 'step [4], change type of customer.level to smallint: a column for the new values, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 5 THEN 'step [5], change type of customer.level to smallint: convert the values, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 6 THEN 'step [6], change type of customer.level to smallint: the type, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 7 THEN 'step [7], change type of customer.level to smallint: the new values, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 8 THEN 'step [8], change type of customer.level to smallint: drop the column beside it, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 9 THEN 'step [9], add foreign key purchase_buyer to purchase, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 10 THEN 'step [10], add check constraint purchase_paid to purchase, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 11 THEN 'step [11], change type of purchase.code to varchar(10), of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 12 THEN 'step [12], change type of purchase.amount to decimal(8,2): drop constraint purchase_paid, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 13 THEN 'step [13], change type of purchase.amount to decimal(8,2): a column for the new values, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 14 THEN 'step [14], change type of purchase.amount to decimal(8,2): convert the values, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 15 THEN 'step [15], change type of purchase.amount to decimal(8,2): the type, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 16 THEN 'step [16], change type of purchase.amount to decimal(8,2): the new values, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 17 THEN 'step [17], change type of purchase.amount to decimal(8,2): drop the column beside it, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 18 THEN 'step [18], change type of purchase.amount to decimal(8,2): put back constraint purchase_paid, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 19 THEN 'step [19], add primary key label_pk to label, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 20 THEN 'step [20], add primary key label_pk to label, of revision b, was done, and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
        END
      END, 'what was done of revision ' || next_revision || ' cannot be undone; nothing was changed'));
    END IF;
    :migc_begun := stopped_at;
    :migc_passed := passed;
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
-- The revision that was begun: what of its undo has nothing to undo, as it was never done, stands in the ledger as done.
BEGIN
  IF :migc_begun = 0 THEN
    DELETE FROM migc_step WHERE revision = 'b';
    INSERT INTO migc_step (revision, step, sha256, state)
      VALUES ('b', 0, '0000000000000000000000000000000000000000000000000000000000000000', 'started');
    INSERT INTO migc_step (revision, step, sha256, state)
      SELECT 'b', step, sha256, 'done' FROM (
        SELECT 1 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual
        UNION ALL SELECT 2 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual)
      WHERE step <= :migc_passed;
    UPDATE migc_version SET version_num = 'b' WHERE version_num = 'a';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds a, so something else changed it while this script ran; revision b is not recorded');
    END IF;
    :migc_applied := :migc_applied - 1;
  END IF;
  COMMIT;
END;
/

-- ---- Downgrade b: Rules for what is there
PROMPT migc: 1 of 1: downgrade b Rules for what is there
-- [1] migrations/b_rules.mig:7  drop constraint customer_email_once of customer
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 1, '0000000000000000000000000000000000000000000000000000000000000000',
q'[ALTER TABLE customer DROP CONSTRAINT customer_email_once]',
q'[SELECT 1 - COUNT(*) FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND constraint_name = 'CUSTOMER_EMAIL_ONCE']';
  END IF;
END;
/

-- [2] migrations/b_rules.mig:6  drop not null on customer.name
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 2, '0000000000000000000000000000000000000000000000000000000000000000',
q'[ALTER TABLE customer MODIFY (name NULL)]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'NAME' AND nullable = 'N']';
  END IF;
END;
/

-- b is done
BEGIN
  IF :migc_applied < 1 THEN
    UPDATE migc_version SET version_num = 'a' WHERE version_num = 'b';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds b, so something else changed it while this script ran; revision b is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'b';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 1 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('b', 'downgrade',
      'Rules for what is there',
      '0000000000000000000000000000000000000000000000000000000000000000', '0000000000000000000000000000000000000000000000000000000000000000');
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
SELECT 'MIGC-RECEIPT 1 oracle b a ............ 1' AS receipt FROM dual;
