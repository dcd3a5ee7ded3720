-- Before the upgrade of an Oracle database from a to d: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      oracle (Oracle 19 or newer)
-- Run with:      NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing. A row for each check: what should hold, pass or fail,
-- how many things are wrong, and where in the sources the check comes from.
-- A row with info says how large a table is that the upgrade changes or reads as a whole,
-- as far as the database knows, and where in the sources it does so first.
--
-- What cannot be asked before the upgrade, since the upgrade itself makes or changes it first:
--   migrations/c_names.mig:6  not so: there are too many tags: "rename table label to tag" (migrations/c_names.mig:5) comes first
--   migrations/d_later.mig:7  no nulls in customer.nick: column nick is not there yet
--   migrations/d_later.mig:9  no nulls in purchase.note: "update rows of purchase" (migrations/d_later.mig:8) comes first
--   migrations/d_later.mig:13  no orphans: customer (country) is in country: table country is not there yet

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

SELECT 'Oracle 19 or newer                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN EXISTS (SELECT 1 FROM product_component_version WHERE product LIKE 'Oracle%'
  AND TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, 1)) * 100 + TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, 2)) >= 1900) THEN 0 ELSE 1 END FROM dual) AS wrong FROM dual) answer
/

DECLARE
  found NUMBER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'MIGC_VERSION';
  IF found = 0 THEN
    OPEN :migc_rows FOR q'[SELECT 'the database is at a                                               ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT 1 AS wrong FROM dual) answer]';
  ELSE
    OPEN :migc_rows FOR q'[SELECT 'the database is at a                                               ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) AS wrong FROM dual) answer]';
  END IF;
END;
/
PRINT migc_rows

SELECT 'size of customer                                                   ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:6 and 7 more' AS place
FROM (SELECT (SELECT CAST(COALESCE((SELECT CASE WHEN found IS NULL THEN 'rows unknown (not analyzed)'
      ELSE 'about ' || TO_CHAR(found) || ' rows, ' ||
        CASE WHEN bytes < 10485760 THEN CEIL(bytes / 1024) || ' kB'
        WHEN bytes < 10737418240 THEN CEIL(bytes / 1048576) || ' MB'
        ELSE CEIL(bytes / 1073741824) || ' GB'
        END
        || ' (statistics of ' || TO_CHAR(last_analyzed, 'YYYY-MM-DD') || ')' END
    FROM (SELECT num_rows AS found, num_rows * COALESCE(avg_row_len, 0) AS bytes, last_analyzed
      FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER') migc_size),
    'no such table that this user may see') AS VARCHAR2(100)) FROM dual) AS how_large FROM dual) answer
/

SELECT 'size of purchase                                                   ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:9 and 5 more' AS place
FROM (SELECT (SELECT CAST(COALESCE((SELECT CASE WHEN found IS NULL THEN 'rows unknown (not analyzed)'
      ELSE 'about ' || TO_CHAR(found) || ' rows, ' ||
        CASE WHEN bytes < 10485760 THEN CEIL(bytes / 1024) || ' kB'
        WHEN bytes < 10737418240 THEN CEIL(bytes / 1048576) || ' MB'
        ELSE CEIL(bytes / 1073741824) || ' GB'
        END
        || ' (statistics of ' || TO_CHAR(last_analyzed, 'YYYY-MM-DD') || ')' END
    FROM (SELECT num_rows AS found, num_rows * COALESCE(avg_row_len, 0) AS bytes, last_analyzed
      FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PURCHASE') migc_size),
    'no such table that this user may see') AS VARCHAR2(100)) FROM dual) AS how_large FROM dual) answer
/

SELECT 'size of label                                                      ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:13 and 4 more' AS place
FROM (SELECT (SELECT CAST(COALESCE((SELECT CASE WHEN found IS NULL THEN 'rows unknown (not analyzed)'
      ELSE 'about ' || TO_CHAR(found) || ' rows, ' ||
        CASE WHEN bytes < 10485760 THEN CEIL(bytes / 1024) || ' kB'
        WHEN bytes < 10737418240 THEN CEIL(bytes / 1048576) || ' MB'
        ELSE CEIL(bytes / 1073741824) || ' GB'
        END
        || ' (statistics of ' || TO_CHAR(last_analyzed, 'YYYY-MM-DD') || ')' END
    FROM (SELECT num_rows AS found, num_rows * COALESCE(avg_row_len, 0) AS bytes, last_analyzed
      FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'LABEL') migc_size),
    'no such table that this user may see') AS VARCHAR2(100)) FROM dual) AS how_large FROM dual) answer
/

SELECT 'not so: there are more customers than this table was made for      ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:5' AS place
FROM (SELECT (SELECT CASE WHEN TO_CHAR((
select CASE WHEN count(*) < 5 THEN 1 ELSE 0 END from customer
)) IN ('1', 'TRUE') THEN 0 ELSE 1 END FROM dual) AS wrong FROM dual) answer
/

SELECT 'no nulls in customer.name                                          ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:6' AS place
FROM (SELECT (SELECT COUNT(*) FROM customer WHERE name IS NULL) AS wrong FROM dual) answer
/

SELECT 'no duplicates in customer (email)                                  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:7' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM customer WHERE email IS NOT NULL
    GROUP BY email HAVING COUNT(*) > 1) migc_twice) AS wrong FROM dual) answer
/

SELECT 'no value of customer.level is outside -99999 to 99999              ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:8' AS place
FROM (SELECT (SELECT COUNT(*) FROM customer WHERE "level" NOT BETWEEN -99999 AND 99999) AS wrong FROM dual) answer
/

SELECT 'no orphans: purchase (customer_id) is in customer                  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM purchase c
  WHERE c.customer_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM customer p WHERE p.id = c.customer_id)) AS wrong FROM dual) answer
/

SELECT 'not closed or amount > 0 in every row of purchase                  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:10' AS place
FROM (SELECT (SELECT COUNT(*) FROM purchase WHERE NOT ((NOT (closed = 1) OR amount > 0))) AS wrong FROM dual) answer
/

SELECT 'no value of purchase.code is longer than 10 characters             ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:11' AS place
FROM (SELECT (SELECT COUNT(*) FROM purchase WHERE LENGTH(code) > 10) AS wrong FROM dual) answer
/

SELECT 'no value of purchase.amount has more than 6 digits before the point' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:12' AS place
FROM (SELECT (SELECT COUNT(*) FROM purchase WHERE (amount >= 1000000 OR amount <= -1000000)) AS wrong FROM dual) answer
/

SELECT 'no nulls in label.name                                             ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:13' AS place
FROM (SELECT (SELECT COUNT(*) FROM label WHERE name IS NULL) AS wrong FROM dual) answer
/

SELECT 'no duplicates in label (name)                                      ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:13' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM label WHERE name IS NOT NULL
    GROUP BY name HAVING COUNT(*) > 1) migc_twice) AS wrong FROM dual) answer
/

SELECT 'no nulls in label.weight                                           ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/c_names.mig:8' AS place
FROM (SELECT (SELECT COUNT(*) FROM label WHERE weight IS NULL) AS wrong FROM dual) answer
/

SELECT 'no duplicates in label (weight)                                    ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/c_names.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM label WHERE weight IS NOT NULL
    GROUP BY weight HAVING COUNT(*) > 1) migc_twice) AS wrong FROM dual) answer
/

ROLLBACK;
