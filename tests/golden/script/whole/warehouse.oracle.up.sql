-- Upgrade of an Oracle database from base to b
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect oracle --target-version 19 --idempotent
-- Made for:      oracle (Oracle 19 or newer)
-- Apply with:    NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            b
-- SHA-256:       64dc73d1f15231130e68fe6ef7e878fc3a2f66f1a42f26fd5a1a19619d5eabf9 (of this script, with zeros in the place of this number)
-- Takes:         a lock of DBMS_LOCK while it runs, where the user may take one, so that one script of migc runs at a time
--                of tables, what each statement needs, while it runs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532

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
    here := 'base';
  ELSE
    EXECUTE IMMEDIATE q'[SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY NLSSORT(version_num, 'NLS_SORT=BINARY'))
      FROM migc_version]' INTO here;
    here := NVL(here, 'base');
  END IF;
  :migc_applied := CASE here
    WHEN 'base' THEN 0
    WHEN 'a' THEN 1
    WHEN 'b' THEN 2
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
        WHEN 0 THEN 'a'
        WHEN 1 THEN 'b'
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

-- ---- Upgrade a: A table
PROMPT migc: 1 of 2: upgrade a A table
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

-- [1] migrations/a.mig:3  create table t
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING 'a', 1, '4912d6f81ae96c0c682564627ae8b4790733c0be5ee52babbf19a5540e8d5762',
q'[CREATE TABLE t (
  id NUMBER(10) NOT NULL,
  name VARCHAR2(20 CHAR),
  CONSTRAINT t_pkey PRIMARY KEY (id)
)]',
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'T']';
  END IF;
END;
/

-- [2] migrations/a.mig:4  require: table t has rows
DECLARE
  answer VARCHAR2(4000);
  found NUMBER;
BEGIN
  IF :migc_applied < 1 THEN
    SELECT COUNT(*) INTO found FROM migc_step WHERE revision = 'a' AND step = 2;
    IF found = 0 THEN
      BEGIN
        EXECUTE IMMEDIATE q'[select CASE WHEN count(*) = 0 THEN 1 ELSE 0 END from t]' INTO answer;
      EXCEPTION
        WHEN NO_DATA_FOUND OR TOO_MANY_ROWS THEN
          answer := NULL;
      END;
      IF answer IS NULL OR answer NOT IN ('1', 'TRUE') THEN
        RAISE_APPLICATION_ERROR(-20000, 'table t has rows (required by migrations/a.mig:4, in revision a)');
      END IF;
      INSERT INTO migc_step (revision, step, sha256, state) VALUES ('a', 2, '0d9f5f26a01ff77fc3adf8d82cb43fd1c5b50dbffffed22f173ea041ee957527', 'done');
      COMMIT;
    END IF;
  END IF;
END;
/

-- [3] migrations/a.mig:5  insert 2 rows into t
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING 'a', 3, '2d929c2f0ae33fc5e7b1ee012c07d19e6d3382684d7e38457cb25c3685713fc1',
q'[BEGIN
  INSERT INTO t (id, name) VALUES (1, 'a');
  INSERT INTO t (id, name) VALUES (2, 'b');
END;]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- a is done
BEGIN
  IF :migc_applied < 1 THEN
    INSERT INTO migc_version (version_num) SELECT 'a' FROM dual WHERE NOT EXISTS (SELECT 1 FROM migc_version WHERE version_num = 'a');
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version holds a already, so something else changed it while this script ran; revision a is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'a';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 1 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('a', 'upgrade',
      'A table',
      'b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62', '64dc73d1f15231130e68fe6ef7e878fc3a2f66f1a42f26fd5a1a19619d5eabf9');
  END IF;
END;
/
COMMIT;

-- ---- Upgrade b: A wider text
PROMPT migc: 2 of 2: upgrade b A wider text
-- [4] migrations/b.mig:3  set timeouts: Oracle has no limit on how long a statement runs

-- [5] migrations/b.mig:4  add column t.x
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 2, '5528c807ba50ac1715d5e201f5375bc1980b9aa6d39434ec77af2bc1bcbe0503',
q'[ALTER TABLE t ADD (x NUMBER(10))]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'T' AND column_name = 'X']';
  END IF;
END;
/

-- [6] migrations/b.mig:5  change type of t.name to varchar(40)
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 3, '2f89a1a690a107971e96f3921ab4c083722310bd15818055672f07551244f282',
q'[ALTER TABLE t MODIFY (name VARCHAR2(40 CHAR))]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [7] migrations/b.mig:6  require: the table's rows
DECLARE
  answer VARCHAR2(4000);
  found NUMBER;
BEGIN
  IF :migc_applied < 2 THEN
    SELECT COUNT(*) INTO found FROM migc_step WHERE revision = 'b' AND step = 4;
    IF found = 0 THEN
      BEGIN
        EXECUTE IMMEDIATE q'[select CASE WHEN count(*) = 2 THEN 1 ELSE 0 END from t]' INTO answer;
      EXCEPTION
        WHEN NO_DATA_FOUND OR TOO_MANY_ROWS THEN
          answer := NULL;
      END;
      IF answer IS NULL OR answer NOT IN ('1', 'TRUE') THEN
        RAISE_APPLICATION_ERROR(-20000, 'the table''s rows (required by migrations/b.mig:6, in revision b)');
      END IF;
      INSERT INTO migc_step (revision, step, sha256, state) VALUES ('b', 4, '8e452d65eaaff1add9622d1a5871fbea0ea874a44960d79edf60246be317acb9', 'done');
      COMMIT;
    END IF;
  END IF;
END;
/

-- b is done
BEGIN
  IF :migc_applied < 2 THEN
    UPDATE migc_version SET version_num = 'b' WHERE version_num = 'a';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds a, so something else changed it while this script ran; revision b is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'b';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 2 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('b', 'upgrade',
      'A wider text',
      '0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532', '64dc73d1f15231130e68fe6ef7e878fc3a2f66f1a42f26fd5a1a19619d5eabf9');
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
SELECT 'MIGC-RECEIPT 1 oracle base b 64dc73d1f152 2' AS receipt FROM dual;
