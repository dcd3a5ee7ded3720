-- Verify: does this database have everything that it should have after the upgrade, in the right shape?
--
-- It changes nothing, and asks everything even when something is wrong: a row for each thing that it asks, those that are
-- MISSING or DIFFERENT last, then MIGC-VERIFY with the number of checks and of those that failed.
-- SQL*Plus ends with a failure when a check failed. A user who may only read sets CURRENT_SCHEMA first; a trigger,
-- routine or sequence that he is not shown is `unseen`, and has not failed.
--
-- Made by:       migc 0.1.0
-- Made for:      oracle (Oracle 19 or newer)
-- Run with:      NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000

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
SET LINESIZE 4000
SET TRIMOUT ON
SET SERVEROUTPUT ON SIZE UNLIMITED
VARIABLE migc_here VARCHAR2(4000)
VARIABLE migc_failed NUMBER

-- The revisions that this database is at.
BEGIN
  EXECUTE IMMEDIATE 'SELECT NVL(LISTAGG(version_num, '', '') WITHIN GROUP (ORDER BY NLSSORT(version_num, ''NLS_SORT=BINARY'')), ''base'') FROM migc_version' INTO :migc_here;
EXCEPTION
  WHEN OTHERS THEN
    IF SQLCODE <> -942 THEN
      RAISE;
    END IF;
    :migc_here := NULL;
END;
/

-- Everything that is there, and then everything that is expected.
DECLARE
  TYPE facts IS TABLE OF VARCHAR2(4000) INDEX BY VARCHAR2(1000);
  TYPE lines IS TABLE OF VARCHAR2(8000) INDEX BY PLS_INTEGER;
  found facts;
  failures lines;
  checks PLS_INTEGER := 0;
  failed PLS_INTEGER := 0;
  elsewhere BOOLEAN := SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') <> USER;
  PROCEDURE ask(kind VARCHAR2, name VARCHAR2, part VARCHAR2, what VARCHAR2, expected VARCHAR2) IS
    key VARCHAR2(1000) := kind || ' ' || name || ' ' || part || ' ' || what;
    seen VARCHAR2(4000) := 'nothing';
    verdict VARCHAR2(9) := 'ok';
    line VARCHAR2(8000);
  BEGIN
    IF found.EXISTS(key) THEN
      seen := NVL(found(key), 'nothing');
    END IF;
    IF seen <> expected THEN
      verdict := CASE WHEN seen <> 'nothing' THEN 'DIFFERENT'
        WHEN elsewhere AND kind IN ('trigger', 'function', 'procedure', 'sequence') THEN 'unseen'
        ELSE 'MISSING' END;
    END IF;
    line := kind || ' ' || name || CASE WHEN part IS NOT NULL THEN '.' || part END || ' | ' || what || ' | ' || expected
      || ' | ' || seen || ' | ' || verdict;
    checks := checks + 1;
    IF verdict IN ('MISSING', 'DIFFERENT') THEN
      failed := failed + 1;
      failures(failed) := line;
    ELSE
      DBMS_OUTPUT.PUT_LINE(line);
    END IF;
  END ask;
BEGIN
  FOR f IN (
    SELECT CASE o.object_type WHEN 'MATERIALIZED VIEW' THEN 'materialized view' ELSE LOWER(o.object_type) END AS kind,
      CASE WHEN o.owner <> SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN o.owner || '.' END || o.object_name AS name, '' AS part, 'exists' AS what, 'there' AS found
    FROM all_objects o
    WHERE o.owner IN (SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'))
      AND o.object_type IN ('TABLE', 'VIEW', 'MATERIALIZED VIEW', 'SEQUENCE', 'FUNCTION', 'PROCEDURE')
    UNION ALL
    SELECT 'column', CASE WHEN c.owner <> SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN c.owner || '.' END || c.table_name, c.column_name, w.what, CASE w.what WHEN 'exists' THEN 'there'
      WHEN 'type' THEN CASE
        WHEN c.data_type IN ('CHAR', 'VARCHAR2')
          THEN c.data_type || '(' || c.char_length || CASE c.char_used WHEN 'C' THEN ' CHAR)' ELSE ' BYTE)' END
        WHEN c.data_type IN ('NCHAR', 'NVARCHAR2') THEN c.data_type || '(' || c.char_length || ')'
        WHEN c.data_type = 'RAW' THEN 'RAW(' || c.data_length || ')'
        WHEN c.data_type = 'NUMBER' AND c.data_precision IS NOT NULL
          THEN 'NUMBER(' || c.data_precision || CASE WHEN c.data_scale <> 0 THEN ',' || c.data_scale END || ')'
        WHEN c.data_type = 'NUMBER' AND c.data_scale IS NOT NULL THEN 'NUMBER(*,' || c.data_scale || ')'
        ELSE c.data_type END
      WHEN 'null' THEN CASE c.nullable WHEN 'N' THEN 'not null' ELSE 'null' END
      ELSE CASE WHEN v.virtual_column = 'YES' THEN 'generated' WHEN c.identity_column = 'YES' THEN 'identity'
        WHEN c.default_length IS NOT NULL THEN 'default' ELSE 'none' END
      END
    FROM all_tab_columns c
    JOIN all_tab_cols v ON v.owner = c.owner AND v.table_name = c.table_name AND v.column_name = c.column_name
    CROSS JOIN (SELECT 'exists' AS what FROM dual UNION ALL SELECT 'type' FROM dual UNION ALL SELECT 'null' FROM dual
      UNION ALL SELECT 'default' FROM dual) w
    WHERE c.owner IN (SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'))
    UNION ALL
    SELECT CASE k.constraint_type WHEN 'P' THEN 'primary key' WHEN 'U' THEN 'unique' ELSE 'check' END,
      CASE WHEN k.owner <> SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN k.owner || '.' END || k.table_name, k.constraint_name, CASE k.constraint_type WHEN 'C' THEN 'exists' ELSE 'columns' END,
      CASE k.constraint_type WHEN 'C' THEN 'there' ELSE (
        SELECT LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) FROM all_cons_columns c
        WHERE c.owner = k.owner AND c.constraint_name = k.constraint_name AND c.table_name = k.table_name) END
    FROM all_constraints k
    WHERE k.owner IN (SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')) AND k.constraint_type IN ('P', 'U', 'C')
    UNION ALL
    SELECT 'foreign key', CASE WHEN k.owner <> SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN k.owner || '.' END || k.table_name, k.constraint_name, 'columns',
      '(' || (SELECT LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) FROM all_cons_columns c
        WHERE c.owner = k.owner AND c.constraint_name = k.constraint_name AND c.table_name = k.table_name)
      || ') references ' || CASE WHEN p.owner <> SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN p.owner || '.' END || p.table_name
      || ' (' || (SELECT LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.position) FROM all_cons_columns c
        WHERE c.owner = p.owner AND c.constraint_name = p.constraint_name AND c.table_name = p.table_name) || ')'
      || CASE WHEN k.delete_rule <> 'NO ACTION' THEN ' on delete ' || LOWER(k.delete_rule) END
    FROM all_constraints k
    JOIN all_constraints p ON p.owner = k.r_owner AND p.constraint_name = k.r_constraint_name
    WHERE k.owner IN (SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')) AND k.constraint_type = 'R'
    UNION ALL
    SELECT 'index', CASE WHEN i.table_owner <> SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN i.table_owner || '.' END || i.table_name, i.index_name, w.what, CASE w.what WHEN 'exists' THEN 'there'
      ELSE CASE i.uniqueness WHEN 'UNIQUE' THEN 'unique ' END
        || '(' || (SELECT LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.column_position) FROM all_ind_columns c
        WHERE c.index_owner = i.owner AND c.index_name = i.index_name) || ')'
      END
    FROM all_indexes i
    CROSS JOIN (SELECT 'exists' AS what FROM dual UNION ALL SELECT 'columns' FROM dual) w
    WHERE i.table_owner IN (SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')) AND i.index_type <> 'LOB'
    UNION ALL
    SELECT 'trigger', CASE WHEN t.table_owner <> SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN t.table_owner || '.' END || t.table_name, t.trigger_name, 'exists', 'there'
    FROM all_triggers t WHERE t.table_owner IN (SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'))
  ) LOOP
    found(f.kind || ' ' || f.name || ' ' || f.part || ' ' || f.what) := f.found;
  END LOOP;
  IF :migc_here IS NOT NULL THEN
    found('table migc_version  rows') := :migc_here;
  END IF;
  DBMS_OUTPUT.PUT_LINE('object | what | expected | found | result');
  ask('table', 'COUNTRY', '', 'exists', 'there');
  ask('column', 'COUNTRY', 'CODE', 'exists', 'there');
  ask('column', 'COUNTRY', 'CODE', 'type', 'VARCHAR2(2 CHAR)');
  ask('column', 'COUNTRY', 'CODE', 'null', 'not null');
  ask('primary key', 'COUNTRY', 'COUNTRY_PKEY', 'columns', 'CODE');
  ask('table', 'CUSTOMER', '', 'exists', 'there');
  ask('column', 'CUSTOMER', 'ID', 'exists', 'there');
  ask('column', 'CUSTOMER', 'ID', 'type', 'NUMBER(19)');
  ask('column', 'CUSTOMER', 'ID', 'null', 'not null');
  ask('column', 'CUSTOMER', 'EMAIL', 'exists', 'there');
  ask('column', 'CUSTOMER', 'EMAIL', 'type', 'VARCHAR2(320 CHAR)');
  ask('column', 'CUSTOMER', 'EMAIL', 'null', 'null');
  ask('column', 'CUSTOMER', 'NAME', 'exists', 'there');
  ask('column', 'CUSTOMER', 'NAME', 'type', 'VARCHAR2(100 CHAR)');
  ask('column', 'CUSTOMER', 'NAME', 'null', 'not null');
  ask('column', 'CUSTOMER', 'level', 'exists', 'there');
  ask('column', 'CUSTOMER', 'level', 'type', 'NUMBER(5)');
  ask('column', 'CUSTOMER', 'level', 'null', 'null');
  ask('column', 'CUSTOMER', 'COUNTRY', 'exists', 'there');
  ask('column', 'CUSTOMER', 'COUNTRY', 'type', 'VARCHAR2(2 CHAR)');
  ask('column', 'CUSTOMER', 'COUNTRY', 'null', 'null');
  ask('column', 'CUSTOMER', 'NICK', 'exists', 'there');
  ask('column', 'CUSTOMER', 'NICK', 'type', 'VARCHAR2(20 CHAR)');
  ask('column', 'CUSTOMER', 'NICK', 'null', 'not null');
  ask('primary key', 'CUSTOMER', 'CUSTOMER_PKEY', 'columns', 'ID');
  ask('unique', 'CUSTOMER', 'CUSTOMER_EMAIL_ONCE', 'columns', 'EMAIL');
  ask('foreign key', 'CUSTOMER', 'CUSTOMER_OF', 'columns', '(COUNTRY) references COUNTRY (CODE)');
  ask('table', 'PURCHASE', '', 'exists', 'there');
  ask('column', 'PURCHASE', 'ID', 'exists', 'there');
  ask('column', 'PURCHASE', 'ID', 'type', 'NUMBER(19)');
  ask('column', 'PURCHASE', 'ID', 'null', 'not null');
  ask('column', 'PURCHASE', 'CUSTOMER_ID', 'exists', 'there');
  ask('column', 'PURCHASE', 'CUSTOMER_ID', 'type', 'NUMBER(19)');
  ask('column', 'PURCHASE', 'CUSTOMER_ID', 'null', 'null');
  ask('column', 'PURCHASE', 'AMOUNT', 'exists', 'there');
  ask('column', 'PURCHASE', 'AMOUNT', 'type', 'NUMBER(8,2)');
  ask('column', 'PURCHASE', 'AMOUNT', 'null', 'null');
  ask('column', 'PURCHASE', 'CODE', 'exists', 'there');
  ask('column', 'PURCHASE', 'CODE', 'type', 'VARCHAR2(10 CHAR)');
  ask('column', 'PURCHASE', 'CODE', 'null', 'null');
  ask('column', 'PURCHASE', 'CLOSED', 'exists', 'there');
  ask('column', 'PURCHASE', 'CLOSED', 'type', 'NUMBER(1)');
  ask('column', 'PURCHASE', 'CLOSED', 'null', 'null');
  ask('column', 'PURCHASE', 'NOTE', 'exists', 'there');
  ask('column', 'PURCHASE', 'NOTE', 'type', 'VARCHAR2(200 CHAR)');
  ask('column', 'PURCHASE', 'NOTE', 'null', 'not null');
  ask('primary key', 'PURCHASE', 'PURCHASE_PKEY', 'columns', 'ID');
  ask('foreign key', 'PURCHASE', 'PURCHASE_BUYER', 'columns', '(CUSTOMER_ID) references CUSTOMER (ID)');
  ask('check', 'PURCHASE', 'PURCHASE_PAID', 'exists', 'there');
  ask('table', 'TAG', '', 'exists', 'there');
  ask('column', 'TAG', 'NAME', 'exists', 'there');
  ask('column', 'TAG', 'NAME', 'type', 'VARCHAR2(40 CHAR)');
  ask('column', 'TAG', 'NAME', 'null', 'not null');
  ask('column', 'TAG', 'MASS', 'exists', 'there');
  ask('column', 'TAG', 'MASS', 'type', 'NUMBER(10)');
  ask('column', 'TAG', 'MASS', 'null', 'not null');
  ask('primary key', 'TAG', 'LABEL_PK', 'columns', 'NAME');
  ask('index', 'TAG', 'TAG_MASS', 'exists', 'there');
  ask('index', 'TAG', 'TAG_MASS', 'columns', 'unique (MASS)');
  ask('table', 'LABEL', '', 'exists', 'nothing');
  ask('table', 'migc_version', '', 'rows', 'd');
  FOR i IN 1 .. failed LOOP
    DBMS_OUTPUT.PUT_LINE(failures(i));
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('MIGC-VERIFY 1 oracle d ' || checks || ' ' || failed);
  :migc_failed := failed;
END;
/
BEGIN
  IF :migc_failed > 0 THEN
    RAISE_APPLICATION_ERROR(-20000, 'this database differs from what migc expects: see the rows above that are MISSING or DIFFERENT; nothing was changed');
  END IF;
END;
/
