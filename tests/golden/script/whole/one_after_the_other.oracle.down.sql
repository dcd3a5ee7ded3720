-- Downgrade of an Oracle database from c to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from c --to base --downgrade --dialect oracle --target-version 19
-- Made for:      oracle (Oracle 19 or newer)
-- Apply with:    NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Direction:     downgrade
-- From:          c
-- To:            base
-- SHA-256:       fa1cb2649c86193270413601f02b399d02912a5878e9c911f41ad5ae2bd6a828 (of this script, with zeros in the place of this number)
-- Takes:         a lock of DBMS_LOCK while it runs, where the user may take one, so that one script of migc runs at a time
--                of tables, what each statement needs, while it runs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [8] drop table c
--                [9] drop table p
--
-- Revisions, in the order in which they run:
--   c  Rows that cascade
--     migrations/c.mig  SHA-256 abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239
--   b  A rebuild
--     migrations/b.mig  SHA-256 43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b
--   a  A parent and a child
--     migrations/a.mig  SHA-256 80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d

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
    RAISE_APPLICATION_ERROR(-20000, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at c; nothing was changed');
  ELSE
    EXECUTE IMMEDIATE q'[SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY NLSSORT(version_num, 'NLS_SORT=BINARY'))
      FROM migc_version]' INTO here;
    here := NVL(here, 'base');
  END IF;
  IF here = 'base' THEN
    RAISE_APPLICATION_ERROR(-20000, 'this database is at base already, where this script leads; nothing was changed');
  END IF;
  :migc_applied := CASE here
    WHEN 'c' THEN 0
    WHEN 'b' THEN 1
    WHEN 'a' THEN 2
  END;
  IF :migc_applied IS NULL THEN
    RAISE_APPLICATION_ERROR(-20000, 'this script starts at c, and this database is at ' || here || '; nothing was changed');
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
        WHEN 0 THEN 'c'
        WHEN 1 THEN 'b'
        WHEN 2 THEN 'a'
      END;
      EXECUTE IMMEDIATE 'SELECT MIN(revision) FROM migc_step WHERE revision <> :next_revision OR step = 0' INTO other USING next_revision;
      IF other IS NOT NULL THEN
        RAISE_APPLICATION_ERROR(-20000, 'revision ' || other || ' was begun by another script and is not complete; run that one to its end first; nothing was changed');
      END IF;
    END;
  END IF;
  IF :migc_applied > 0 THEN
    EXECUTE IMMEDIATE 'SELECT MAX(script_sha256) KEEP (DENSE_RANK LAST ORDER BY id) FROM migc_history' INTO made_by;
      IF made_by <> 'fa1cb2649c86193270413601f02b399d02912a5878e9c911f41ad5ae2bd6a828' THEN
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

-- ---- Downgrade c: Rows that cascade
PROMPT migc: 1 of 3: downgrade c Rows that cascade
-- c is done
BEGIN
  IF :migc_applied < 1 THEN
    UPDATE migc_version SET version_num = 'b' WHERE version_num = 'c';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds c, so something else changed it while this script ran; revision c is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'c';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 1 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('c', 'downgrade',
      'Rows that cascade',
      'abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239', 'fa1cb2649c86193270413601f02b399d02912a5878e9c911f41ad5ae2bd6a828');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade b: A rebuild
PROMPT migc: 2 of 3: downgrade b A rebuild
-- [1] migrations/b.mig:1  change type of p.kind to varchar(20): a column for the new values
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 1, '8f25a95a8c96b28b6424f2998b9c2c403cdd2d49c64d1d2ca5212c3f3f06e888',
q'[ALTER TABLE p ADD (migc_kind VARCHAR2(20 CHAR))]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'P' AND column_name = 'MIGC_KIND']';
  END IF;
END;
/

-- [2] migrations/b.mig:1  change type of p.kind to varchar(20): nothing that keeps the column from being empty
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 2, '9fff901848ee250423d6240eeabca9b0a610e0948810c3e033f3b83a869d1062',
q'[ALTER TABLE p MODIFY (kind NULL)]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'P' AND column_name = 'KIND' AND nullable = 'N']';
  END IF;
END;
/

-- [3] migrations/b.mig:1  change type of p.kind to varchar(20): convert the values
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 3, 'd9d1ec26d8d72cc35795527d67b34971f0e7522c1244c0888b68f62c4b08cc77',
q'[UPDATE p SET migc_kind = kind, kind = NULL]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [4] migrations/b.mig:1  change type of p.kind to varchar(20): the type
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 4, '9acd0627215983f6b6c3e2fa8d44772124834a5dea859cb8321be3e5817ee83e',
q'[ALTER TABLE p MODIFY (kind VARCHAR2(20 CHAR))]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [5] migrations/b.mig:1  change type of p.kind to varchar(20): the new values
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 5, 'f455121e276fef93fef76985c21fee0918e9bde55d6a61121e4b7726f3729068',
q'[UPDATE p SET kind = migc_kind WHERE kind IS NULL]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [6] migrations/b.mig:1  change type of p.kind to varchar(20): what else the column has
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 6, 'f884a79c95a6dd48303e643ab2681f6584b736249490d7fc998e3df5bde1986f',
q'[ALTER TABLE p MODIFY (kind NOT NULL)]',
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'P' AND column_name = 'KIND' AND nullable = 'N']';
  END IF;
END;
/

-- [7] migrations/b.mig:1  change type of p.kind to varchar(20): drop the column beside it
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 7, 'b678b2e869b8c1cbebb471176f4f18610a4c8c9f8fc38112655dfde10d3f8366',
q'[ALTER TABLE p DROP COLUMN migc_kind]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'P' AND column_name = 'MIGC_KIND']';
  END IF;
END;
/

-- b is done
BEGIN
  IF :migc_applied < 2 THEN
    UPDATE migc_version SET version_num = 'a' WHERE version_num = 'b';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds b, so something else changed it while this script ran; revision b is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'b';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 2 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('b', 'downgrade',
      'A rebuild',
      '43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b', 'fa1cb2649c86193270413601f02b399d02912a5878e9c911f41ad5ae2bd6a828');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade a: A parent and a child
PROMPT migc: 3 of 3: downgrade a A parent and a child
-- [8] migrations/a.mig:3  drop table c
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING 'a', 1, '74baf9e8196d136f91c5010d6f16c6751583f36666ecea2bfd8d584398571c00',
q'[DROP TABLE c]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'C']';
  END IF;
END;
/

-- [9] migrations/a.mig:2  drop table p
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING 'a', 2, '782eb6048b8a3adc119503435672fb1a1a1053480e29b8c65040bccd6834f4e7',
q'[DROP TABLE p]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'P']';
  END IF;
END;
/

-- a is done
BEGIN
  IF :migc_applied < 3 THEN
    DELETE FROM migc_version WHERE version_num = 'a';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds a, so something else changed it while this script ran; revision a is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'a';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 3 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('a', 'downgrade',
      'A parent and a child',
      '80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d', 'fa1cb2649c86193270413601f02b399d02912a5878e9c911f41ad5ae2bd6a828');
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
SELECT 'MIGC-RECEIPT 1 oracle c base fa1cb2649c86 3' AS receipt FROM dual;
