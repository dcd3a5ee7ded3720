-- The way back of an Oracle database to a, from wherever its upgrade to d stopped
--
-- Made by:       migc 0.1.0
-- Made for:      oracle (Oracle 19 or newer)
-- Apply with:    NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Direction:     downgrade
-- From:          d
-- To:            a
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
-- SHA-256:       0000000000000000000000000000000000000000000000000000000000000000 (of this script, with zeros in the place of this number)
-- Takes:         a lock of DBMS_LOCK while it runs, where the user may take one, so that one script of migc runs at a time
--                of tables, what each statement needs, while it runs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [1] drop column customer.nick
--                [3] drop column visit.place
--                [10] drop table visit
-- Cannot undo:   revision d: run raw SQL: what raw SQL does is not known; write its `undo`
--                where that was done this script changes nothing, and going on with upgrade.sql is the only way
--
-- Revisions, in the order in which they run:
--   d  What loses data, and what stands before it
--     migrations/d_loses.mig  SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--   c  With a way back of its own
--     migrations/c_own.mig  SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--   b  Visits, step by step
--     migrations/b_visits.mig  SHA-256 0000000000000000000000000000000000000000000000000000000000000000

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
SET AUTOPRINT OFF
VARIABLE migc_rows REFCURSOR

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
    RAISE_APPLICATION_ERROR(-20000, 'there is no table migc_version, so no migration was recorded in this database, and this script starts at d; nothing was changed');
  ELSE
    EXECUTE IMMEDIATE q'[SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY NLSSORT(version_num, 'NLS_SORT=BINARY'))
      FROM migc_version]' INTO here;
    here := NVL(here, 'base');
  END IF;
  :migc_applied := CASE here
    WHEN 'd' THEN 0
    WHEN 'c' THEN 1
    WHEN 'b' THEN 2
    WHEN 'a' THEN 3
  END;
  IF :migc_applied IS NULL THEN
    RAISE_APPLICATION_ERROR(-20000, 'this script starts at d, and this database is at ' || here || '; nothing was changed');
  END IF;
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_HISTORY';
  IF found = 0 THEN
    RAISE_APPLICATION_ERROR(-20000, 'there is no table migc_history, in which this script records what it did; nothing was changed');
  END IF;
END;
/
-- Where the upgrade stopped: how many of its revisions are complete, and what its ledger has of the next one.
DECLARE
  stopped_at NUMBER := 3 - :migc_applied;
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
    (8, '0000000000000000000000000000000000000000000000000000000000000000')))]'
      INTO other;
    ELSIF stopped_at = 1 THEN
      EXECUTE IMMEDIATE
q'[SELECT MIN(revision) FROM migc_step
  WHERE NOT (revision = 'c' AND (step, sha256) IN (
    (1, '0000000000000000000000000000000000000000000000000000000000000000'),
    (2, '0000000000000000000000000000000000000000000000000000000000000000')))
  AND NOT (revision = 'b' AND (step = 0 AND sha256 = :this_script OR (step, sha256) IN (
    (1, '0000000000000000000000000000000000000000000000000000000000000000'),
    (2, '0000000000000000000000000000000000000000000000000000000000000000'),
    (3, '0000000000000000000000000000000000000000000000000000000000000000'),
    (4, '0000000000000000000000000000000000000000000000000000000000000000'),
    (5, '0000000000000000000000000000000000000000000000000000000000000000'),
    (6, '0000000000000000000000000000000000000000000000000000000000000000'),
    (7, '0000000000000000000000000000000000000000000000000000000000000000'))))]'
      INTO other USING this_script;
    ELSIF stopped_at = 2 THEN
      EXECUTE IMMEDIATE
q'[SELECT MIN(revision) FROM migc_step
  WHERE NOT (revision = 'd' AND (step, sha256) IN (
    (1, '0000000000000000000000000000000000000000000000000000000000000000'),
    (2, '0000000000000000000000000000000000000000000000000000000000000000'),
    (3, '0000000000000000000000000000000000000000000000000000000000000000')))
  AND NOT (revision = 'c' AND (step = 0 AND sha256 = :this_script OR (step, sha256) IN (
    (1, '0000000000000000000000000000000000000000000000000000000000000000'),
    (2, '0000000000000000000000000000000000000000000000000000000000000000'))))]'
      INTO other USING this_script;
    ELSIF stopped_at = 3 THEN
      EXECUTE IMMEDIATE
q'[SELECT MIN(revision) FROM migc_step
  WHERE NOT (revision = 'd' AND (step = 0 AND sha256 = :this_script OR (step, sha256) IN (
    (1, '0000000000000000000000000000000000000000000000000000000000000000'))))]'
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
  IF own = 0 AND stopped_at = 3 THEN
    RAISE_APPLICATION_ERROR(-20000, 'revision d is complete and cannot be undone: run raw SQL: what raw SQL does is not known; write its `undo`; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.');
  END IF;
  IF begun IS NOT NULL THEN
    IF stopped_at = 0 AND begun = 1 THEN
      EXECUTE IMMEDIATE
q'[SELECT COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'VISIT']'
      INTO had_effect;
    ELSIF stopped_at = 0 AND begun = 2 THEN
      EXECUTE IMMEDIATE
q'[SELECT COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'VISIT_SEEN']'
      INTO had_effect;
    ELSIF stopped_at = 0 AND begun = 4 THEN
      EXECUTE IMMEDIATE
q'[SELECT 1 - (SELECT 1 - COUNT(*) FROM all_objects WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND object_name = 'REGULAR' AND object_type = 'VIEW') FROM dual]'
      INTO had_effect;
    ELSIF stopped_at = 0 AND begun = 8 THEN
      EXECUTE IMMEDIATE
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'NAME' AND nullable = 'N']'
      INTO had_effect;
    ELSIF stopped_at = 1 AND begun = 1 THEN
      EXECUTE IMMEDIATE
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'VISIT' AND column_name = 'PLACE']'
      INTO had_effect;
    ELSIF stopped_at = 1 AND begun = 2 THEN
      EXECUTE IMMEDIATE
q'[SELECT COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'VISIT_PLACE']'
      INTO had_effect;
    ELSIF stopped_at = 2 AND begun = 1 THEN
      EXECUTE IMMEDIATE
q'[SELECT COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'NICK']'
      INTO had_effect;
    END IF;
    IF had_effect > 0 THEN
      behind := begun;
    END IF;
  END IF;
  IF begun IS NOT NULL OR behind > 0 THEN
    passed := CASE stopped_at
      WHEN 0 THEN CASE behind WHEN 0 THEN 7 WHEN 1 THEN 6 WHEN 2 THEN 5 WHEN 3 THEN 4 WHEN 4 THEN 3 WHEN 5 THEN 3
        WHEN 6 THEN 2 WHEN 8 THEN 0 END
      WHEN 1 THEN CASE behind WHEN 0 THEN 2 WHEN 2 THEN 0 END
      WHEN 2 THEN CASE behind WHEN 0 THEN 1 WHEN 1 THEN 0 END
    END;
    IF passed IS NULL THEN
      RAISE_APPLICATION_ERROR(-20000, NVL(CASE stopped_at
        WHEN 1 THEN CASE behind
          WHEN 1 THEN 'step [9], add column visit.place, of revision c, was done, and cannot be undone: its downgrade is written for the complete revision, and it is not complete; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
        END
        WHEN 2 THEN CASE behind
          WHEN 2 THEN 'step [12], run raw SQL, of revision d, was done, and cannot be undone: run raw SQL: what raw SQL does is not known; write its `undo`; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
          WHEN 3 THEN 'step [13], create table last, of revision d, was done, and cannot be undone: run raw SQL: what raw SQL does is not known; write its `undo`; nothing was changed. Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.'
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
        UNION ALL SELECT 2 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual
        UNION ALL SELECT 3 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual
        UNION ALL SELECT 4 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual
        UNION ALL SELECT 5 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual
        UNION ALL SELECT 6 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual
        UNION ALL SELECT 7 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual)
      WHERE step <= :migc_passed;
    UPDATE migc_version SET version_num = 'b' WHERE version_num = 'a';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds a, so something else changed it while this script ran; revision b is not recorded');
    END IF;
    :migc_applied := :migc_applied - 1;
  ELSIF :migc_begun = 1 THEN
    DELETE FROM migc_step WHERE revision = 'c';
    INSERT INTO migc_step (revision, step, sha256, state)
      VALUES ('c', 0, '0000000000000000000000000000000000000000000000000000000000000000', 'started');
    INSERT INTO migc_step (revision, step, sha256, state)
      SELECT 'c', step, sha256, 'done' FROM (
        SELECT 1 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual
        UNION ALL SELECT 2 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual)
      WHERE step <= :migc_passed;
    UPDATE migc_version SET version_num = 'c' WHERE version_num = 'b';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds b, so something else changed it while this script ran; revision c is not recorded');
    END IF;
    :migc_applied := :migc_applied - 1;
  ELSIF :migc_begun = 2 THEN
    DELETE FROM migc_step WHERE revision = 'd';
    INSERT INTO migc_step (revision, step, sha256, state)
      VALUES ('d', 0, '0000000000000000000000000000000000000000000000000000000000000000', 'started');
    INSERT INTO migc_step (revision, step, sha256, state)
      SELECT 'd', step, sha256, 'done' FROM (
        SELECT 1 AS step, '0000000000000000000000000000000000000000000000000000000000000000' AS sha256 FROM dual)
      WHERE step <= :migc_passed;
    UPDATE migc_version SET version_num = 'd' WHERE version_num = 'c';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds c, so something else changed it while this script ran; revision d is not recorded');
    END IF;
    :migc_applied := :migc_applied - 1;
  END IF;
  COMMIT;
END;
/

-- ---- Downgrade d: What loses data, and what stands before it
PROMPT migc: 1 of 3: downgrade d What loses data, and what stands before it
-- [1] migrations/d_loses.mig:5  drop column customer.nick
BEGIN
  IF :migc_applied < 1 THEN
    EXECUTE IMMEDIATE :migc_step USING 'd', 1, '0000000000000000000000000000000000000000000000000000000000000000',
q'[ALTER TABLE customer DROP COLUMN nick]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'NICK']';
  END IF;
END;
/

-- d is done
BEGIN
  IF :migc_applied < 1 THEN
    UPDATE migc_version SET version_num = 'c' WHERE version_num = 'd';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds d, so something else changed it while this script ran; revision d is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'd';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 1 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('d', 'downgrade',
      'What loses data, and what stands before it',
      '0000000000000000000000000000000000000000000000000000000000000000', '0000000000000000000000000000000000000000000000000000000000000000');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade c: With a way back of its own
PROMPT migc: 2 of 3: downgrade c With a way back of its own
-- [2] migrations/c_own.mig:10  drop index visit_place on visit
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'c', 1, '0000000000000000000000000000000000000000000000000000000000000000',
q'[DROP INDEX visit_place]',
q'[SELECT 1 - COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'VISIT_PLACE']';
  END IF;
END;
/

-- [3] migrations/c_own.mig:11  drop column visit.place
BEGIN
  IF :migc_applied < 2 THEN
    EXECUTE IMMEDIATE :migc_step USING 'c', 2, '0000000000000000000000000000000000000000000000000000000000000000',
q'[ALTER TABLE visit DROP COLUMN place]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'VISIT' AND column_name = 'PLACE']';
  END IF;
END;
/

-- c is done
BEGIN
  IF :migc_applied < 2 THEN
    UPDATE migc_version SET version_num = 'b' WHERE version_num = 'c';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds c, so something else changed it while this script ran; revision c is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'c';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 2 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('c', 'downgrade',
      'With a way back of its own',
      '0000000000000000000000000000000000000000000000000000000000000000', '0000000000000000000000000000000000000000000000000000000000000000');
  END IF;
END;
/
COMMIT;

-- ---- Downgrade b: Visits, step by step
PROMPT migc: 3 of 3: downgrade b Visits, step by step
-- [4] migrations/b_visits.mig:16  drop not null on customer.name
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 1, '0000000000000000000000000000000000000000000000000000000000000000',
q'[ALTER TABLE customer MODIFY (name NULL)]',
q'[SELECT 1 - COUNT(*) FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'NAME' AND nullable = 'N']';
  END IF;
END;
/

-- [5] migrations/b_visits.mig:15  run raw SQL
DECLARE
  behind NUMBER := 1;
BEGIN
  IF :migc_applied < 3 THEN
    SELECT COUNT(*) INTO behind FROM migc_step WHERE revision = 'b' AND step >= 2 AND state = 'done';
  END IF;
  IF behind = 0 THEN
    OPEN :migc_rows FOR
q'[SELECT MAX(seen) FROM visit]';
  ELSE
    OPEN :migc_rows FOR 'SELECT NULL FROM dual WHERE 1 = 0';
  END IF;
END;
/
PRINT migc_rows

-- [6] migrations/b_visits.mig:14  run raw SQL
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 3, '0000000000000000000000000000000000000000000000000000000000000000',
q'[UPDATE customer SET name = NULL WHERE name = 'N.N.']',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [7] migrations/b_visits.mig:12  drop view regular
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 4, '0000000000000000000000000000000000000000000000000000000000000000',
q'[DROP VIEW regular]',
q'[SELECT 1 - COUNT(*) FROM all_objects WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND object_name = 'REGULAR' AND object_type = 'VIEW']';
  END IF;
END;
/

-- [8] migrations/b_visits.mig:11  delete rows of customer
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 5, '0000000000000000000000000000000000000000000000000000000000000000',
q'[DELETE FROM customer WHERE id = 0]',
q'[SELECT 0 FROM dual]';
  END IF;
END;
/

-- [9] migrations/b_visits.mig:10  drop index visit_seen on visit
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 6, '0000000000000000000000000000000000000000000000000000000000000000',
q'[DROP INDEX visit_seen]',
q'[SELECT 1 - COUNT(*) FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'VISIT_SEEN']';
  END IF;
END;
/

-- [10] migrations/b_visits.mig:5  drop table visit
BEGIN
  IF :migc_applied < 3 THEN
    EXECUTE IMMEDIATE :migc_step USING 'b', 7, '0000000000000000000000000000000000000000000000000000000000000000',
q'[DROP TABLE visit]',
q'[SELECT 1 - COUNT(*) FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'VISIT']';
  END IF;
END;
/

-- b is done
BEGIN
  IF :migc_applied < 3 THEN
    UPDATE migc_version SET version_num = 'a' WHERE version_num = 'b';
    IF SQL%ROWCOUNT <> 1 THEN
      RAISE_APPLICATION_ERROR(-20000, 'table migc_version no longer holds b, so something else changed it while this script ran; revision b is not recorded');
    END IF;
    DELETE FROM migc_step WHERE revision = 'b';
  END IF;
END;
/
BEGIN
  IF :migc_applied < 3 THEN
    INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
    VALUES ('b', 'downgrade',
      'Visits, step by step',
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
SELECT 'MIGC-RECEIPT 1 oracle d a ............ 3' AS receipt FROM dual;
