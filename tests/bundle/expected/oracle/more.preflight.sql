-- Before the upgrade of an Oracle database from a to c: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      oracle (Oracle 12.2 or newer)
-- Run with:      NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing. A row for each check: what should hold, pass or fail,
-- how many things are wrong, and where in the sources the check comes from.
-- A row with info says how large a table is that the upgrade changes or reads as a whole,
-- as far as the database knows, and where in the sources it does so first.
--
-- What cannot be asked before the upgrade, since the upgrade itself makes or changes it first:
--   migrations/b_first.mig:11  every value of person.was is one of mood: it is what `using` makes of it
--   migrations/b_first.mig:12  every value of person.age is one of integer: it is varchar(10) now, and what the database makes of it is known when it is done
--   migrations/c_then.mig:9  no nulls in person.y: "delete rows of person" (migrations/c_then.mig:8) comes first
--   migrations/c_then.mig:10  no nulls in visit.person_id: "delete rows of person" (migrations/c_then.mig:8) comes first

WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF
SET SQLBLANKLINES ON
SET SQLTERMINATOR ON
SET ESCAPE OFF
SET ECHO OFF
SET FEEDBACK OFF
SET HEADING OFF
SET PAGESIZE 0
SET LINESIZE 1000
SET NUMWIDTH 12
SET TRIMOUT ON
SET COLSEP ' | '
VARIABLE migc_rows REFCURSOR
SET TRANSACTION READ ONLY;

SELECT 'Oracle 12.2 or newer                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN EXISTS (SELECT 1 FROM product_component_version WHERE product LIKE 'Oracle%'
  AND TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, 1)) * 100 + TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, 2)) >= 1202) THEN 0 ELSE 1 END FROM dual) AS wrong FROM dual) answer
/

DECLARE
  found NUMBER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_VERSION';
  IF found = 0 THEN
    OPEN :migc_rows FOR q'[SELECT 'the database is at a                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT 1 AS wrong FROM dual) answer]';
  ELSE
    OPEN :migc_rows FOR q'[SELECT 'the database is at a                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) AS wrong FROM dual) answer]';
  END IF;
END;
/
PRINT migc_rows

SELECT 'size of person                                                       ' AS what,
  'info' AS answer, how_large, 'migrations/b_first.mig:5 and 9 more' AS place
FROM (SELECT (SELECT CAST(COALESCE((SELECT CASE WHEN found IS NULL THEN 'rows unknown (not analyzed)'
      ELSE 'about ' || TO_CHAR(found) || ' rows, ' ||
        CASE WHEN bytes < 10485760 THEN CEIL(bytes / 1024) || ' kB'
        WHEN bytes < 10737418240 THEN CEIL(bytes / 1048576) || ' MB'
        ELSE CEIL(bytes / 1073741824) || ' GB'
        END
        || ' (statistics of ' || TO_CHAR(last_analyzed, 'YYYY-MM-DD') || ')' END
    FROM (SELECT num_rows AS found, num_rows * COALESCE(avg_row_len, 0) AS bytes, last_analyzed
      FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PERSON') migc_size),
    'no such table that this user may see') AS VARCHAR2(100)) FROM dual) AS how_large FROM dual) answer
/

SELECT 'size of pair                                                         ' AS what,
  'info' AS answer, how_large, 'migrations/b_first.mig:9' AS place
FROM (SELECT (SELECT CAST(COALESCE((SELECT CASE WHEN found IS NULL THEN 'rows unknown (not analyzed)'
      ELSE 'about ' || TO_CHAR(found) || ' rows, ' ||
        CASE WHEN bytes < 10485760 THEN CEIL(bytes / 1024) || ' kB'
        WHEN bytes < 10737418240 THEN CEIL(bytes / 1048576) || ' MB'
        ELSE CEIL(bytes / 1073741824) || ' GB'
        END
        || ' (statistics of ' || TO_CHAR(last_analyzed, 'YYYY-MM-DD') || ')' END
    FROM (SELECT num_rows AS found, num_rows * COALESCE(avg_row_len, 0) AS bytes, last_analyzed
      FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PAIR') migc_size),
    'no such table that this user may see') AS VARCHAR2(100)) FROM dual) AS how_large FROM dual) answer
/

SELECT 'size of visit                                                        ' AS what,
  'info' AS answer, how_large, 'migrations/b_first.mig:13 and 3 more' AS place
FROM (SELECT (SELECT CAST(COALESCE((SELECT CASE WHEN found IS NULL THEN 'rows unknown (not analyzed)'
      ELSE 'about ' || TO_CHAR(found) || ' rows, ' ||
        CASE WHEN bytes < 10485760 THEN CEIL(bytes / 1024) || ' kB'
        WHEN bytes < 10737418240 THEN CEIL(bytes / 1048576) || ' MB'
        ELSE CEIL(bytes / 1073741824) || ' GB'
        END
        || ' (statistics of ' || TO_CHAR(last_analyzed, 'YYYY-MM-DD') || ')' END
    FROM (SELECT num_rows AS found, num_rows * COALESCE(avg_row_len, 0) AS bytes, last_analyzed
      FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'VISIT') migc_size),
    'no such table that this user may see') AS VARCHAR2(100)) FROM dual) AS how_large FROM dual) answer
/

SELECT 'no value of person.mood is sad                                       ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_first.mig:5' AS place
FROM (SELECT (SELECT COUNT(*) FROM person WHERE mood IN ('sad')) AS wrong FROM dual) answer
/

SELECT 'no duplicates in person (lower(nick), x)                             ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_first.mig:8' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM person WHERE ((LOWER(nick)) IS NOT NULL OR x IS NOT NULL)
    GROUP BY LOWER(nick), x HAVING COUNT(*) > 1) migc_twice) AS wrong FROM dual) answer
/

SELECT 'no orphans: person (x, y) is in pair                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_first.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM person c
  WHERE c.x IS NOT NULL AND c.y IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM pair p WHERE p.x = c.x AND p.y = c.y)) AS wrong FROM dual) answer
/

SELECT 'no rows in person, which is given born not null and without a default' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_first.mig:10' AS place
FROM (SELECT (SELECT COUNT(*) FROM person) AS wrong FROM dual) answer
/

SELECT 'seconds > 0 in every row of visit                                    ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_first.mig:14' AS place
FROM (SELECT (SELECT COUNT(*) FROM visit WHERE NOT ((seconds > 0))) AS wrong FROM dual) answer
/

SELECT 'no nulls in person.nick                                              ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/c_then.mig:5' AS place
FROM (SELECT (SELECT COUNT(*) FROM person WHERE nick IS NULL) AS wrong FROM dual) answer
/

SELECT 'no nulls in person.x                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/c_then.mig:7' AS place
FROM (SELECT (SELECT COUNT(*) FROM person WHERE x IS NULL) AS wrong FROM dual) answer
/

ROLLBACK;
