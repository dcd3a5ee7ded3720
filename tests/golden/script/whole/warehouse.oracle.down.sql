-- Downgrade of an Oracle database from b to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect oracle --target-version 19 --idempotent
-- Made for:      oracle (Oracle 19 or newer)
-- Apply with:    NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Direction:     downgrade
-- From:          b
-- To:            base
-- SHA-256:       c1c4d67e68f1953db59e9706ea70835fab763e557c62a74b6570c9381b35eb76 (of this script, with zeros in the place of this number)
-- Takes:         a lock of DBMS_LOCK while it runs, where the user may take one, so that one script of migc runs at a time
--                of tables, what each statement needs, while it runs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [1] change type of t.name to varchar(20)
--                [2] drop column t.x
--                [4] drop table t
--
-- Revisions, in the order in which they run:
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62

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
    RAISE_APPLICATION_ERROR(-20000, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at b; nothing was changed');
  ELSE
    EXECUTE IMMEDIATE q'[SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY NLSSORT(version_num, 'NLS_SORT=BINARY'))
      FROM migc_version]' INTO here;
    here := NVL(here, 'base');
  END IF;
  :migc_applied := CASE here
    WHEN 'b' THEN 0
    WHEN 'a' THEN 1
    WHEN 'base' THEN 2
  END;
  IF :migc_applied IS NULL THEN
    RAISE_APPLICATION_ERROR(-20000, 'this script starts at b, and this database is at ' || here || '; nothing was changed');
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
        WHEN 0 THEN 'b'
        WHEN 1 THEN 'a'
      END;
      EXECUTE IMMEDIATE 'SELECT MIN(revision) FROM migc_step WHERE revision <> :next_revision OR step = 0' INTO other USING next_revision;
      IF other IS NOT NULL THEN
        RAISE_APPLICATION_ERROR(-20000, 'revision ' || other || ' was begun by another script and is not complete; run that one to its end first; nothing was changed');
      END IF;
    END;
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

-- ---- Downgrade b: A wider text
PROMPT migc: 1 of 2: downgrade b A wider text
-- [1] migrations/b.mig:5  change type of t.name to varchar(20)
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 1, 'abf7433e3d17535b19d4b06e10e7c3831190cdc1c6c0d03010d74f9eba9a43d0',
q'[ALTER TABLE t MODIFY (name VARCHAR2(20 CHAR))]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [2] migrations/b.mig:4  drop column t.x
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 2, '0ba7614bc598d77b1595dd88576cbbb1211a06b7cc51d607d2d6ca9852760aec',
q'[ALTER TABLE t DROP COLUMN x]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'T' AND column_name = 'X']';
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
      'A wider text',
      '0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532', 'c1c4d67e68f1953db59e9706ea70835fab763e557c62a74b6570c9381b35eb76');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade a: A table
PROMPT migc: 2 of 2: downgrade a A table
-- [3] migrations/a.mig:5  delete rows of t
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'a', 1, 'b27009ba8fef61a0bc4e9f0b9a68479c703328e43e1c34ddd363b4e50a20f136',
q'[DELETE FROM t WHERE id IN (1, 2)]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [4] migrations/a.mig:3  drop table t
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'a', 2, 'e058bc4b452a34063746ce6280b7dcba601bec0c851a6eb28e874df4cce055c1',
q'[DROP TABLE t]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'T']';
  END IF;
END;
/

-- a is done
BEGIN
  IF :migc_applied < 2 THEN
    DELETE FROM migc_version WHERE version_num = 'a';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds a, so something else changed it while this script ran; revision a is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'a';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 2 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('a', 'downgrade',
      'A table',
      'b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62', 'c1c4d67e68f1953db59e9706ea70835fab763e557c62a74b6570c9381b35eb76');
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
SELECT 'MIGC-RECEIPT 1 oracle b base c1c4d67e68f1 2' AS receipt FROM dual;
