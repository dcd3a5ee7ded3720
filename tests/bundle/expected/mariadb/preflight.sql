-- Before the upgrade of a MariaDB database from a to d: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      mariadb (MariaDB 10.11 or newer)
-- Run with:      mariadb -N --default-character-set=utf8mb4 DATABASE < THIS_FILE
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

SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES';
SET SESSION TRANSACTION READ ONLY;

SELECT 'the server is MariaDB                                              ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN VERSION() LIKE '%MariaDB%' THEN 0 ELSE 1 END) AS wrong) answer;

SELECT 'its version is 10.11 or newer                                      ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 1), '.', -1) AS UNSIGNED) * 1000000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 2), '.', -1) AS UNSIGNED) * 1000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 3), '.', -1) AS UNSIGNED) >= 10011000 THEN 0 ELSE 1 END) AS wrong) answer;

SET @migc_sql = IF(EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_version'),
  'SELECT ''the database is at a                                               '' AS what,
  CASE WHEN wrong = 0 THEN ''pass'' ELSE ''fail'' END AS answer, wrong, ''-'' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN (''a'') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (''a'') THEN 1 END)
  FROM migc_version) AS wrong) answer',
  'SELECT ''the database is at a                                               '' AS what,
  CASE WHEN wrong = 0 THEN ''pass'' ELSE ''fail'' END AS answer, wrong, ''-'' AS place
FROM (SELECT 1 AS wrong) answer');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;

SELECT 'size of customer                                                   ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:6 and 7 more' AS place
FROM (SELECT (SELECT COALESCE((SELECT CASE WHEN found IS NULL THEN 'rows unknown'
      ELSE CONCAT('about ', found, ' rows, ',
        CASE WHEN bytes < 10485760 THEN CONCAT((bytes + 1024 - 1) DIV 1024, ' kB')
        WHEN bytes < 10737418240 THEN CONCAT((bytes + 1048576 - 1) DIV 1048576, ' MB')
        ELSE CONCAT((bytes + 1073741824 - 1) DIV 1073741824, ' GB')
        END) END
    FROM (SELECT table_rows AS found, COALESCE(data_length, 0) + COALESCE(index_length, 0) AS bytes
      FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'customer') migc_size),
    'no such table that this user may see')) AS how_large) answer;

SELECT 'size of purchase                                                   ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:9 and 5 more' AS place
FROM (SELECT (SELECT COALESCE((SELECT CASE WHEN found IS NULL THEN 'rows unknown'
      ELSE CONCAT('about ', found, ' rows, ',
        CASE WHEN bytes < 10485760 THEN CONCAT((bytes + 1024 - 1) DIV 1024, ' kB')
        WHEN bytes < 10737418240 THEN CONCAT((bytes + 1048576 - 1) DIV 1048576, ' MB')
        ELSE CONCAT((bytes + 1073741824 - 1) DIV 1073741824, ' GB')
        END) END
    FROM (SELECT table_rows AS found, COALESCE(data_length, 0) + COALESCE(index_length, 0) AS bytes
      FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'purchase') migc_size),
    'no such table that this user may see')) AS how_large) answer;

SELECT 'size of label                                                      ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:13 and 4 more' AS place
FROM (SELECT (SELECT COALESCE((SELECT CASE WHEN found IS NULL THEN 'rows unknown'
      ELSE CONCAT('about ', found, ' rows, ',
        CASE WHEN bytes < 10485760 THEN CONCAT((bytes + 1024 - 1) DIV 1024, ' kB')
        WHEN bytes < 10737418240 THEN CONCAT((bytes + 1048576 - 1) DIV 1048576, ' MB')
        ELSE CONCAT((bytes + 1073741824 - 1) DIV 1073741824, ' GB')
        END) END
    FROM (SELECT table_rows AS found, COALESCE(data_length, 0) + COALESCE(index_length, 0) AS bytes
      FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'label') migc_size),
    'no such table that this user may see')) AS how_large) answer;

SELECT 'not so: there are more customers than this table was made for      ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:5' AS place
FROM (SELECT (SELECT CASE WHEN (
select count(*) < 5 from customer
) THEN 0 ELSE 1 END) AS wrong) answer;

SELECT 'no nulls in customer.name                                          ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:6' AS place
FROM (SELECT (SELECT COUNT(*) FROM customer WHERE name IS NULL) AS wrong) answer;

SELECT 'no duplicates in customer (email)                                  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:7' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM customer WHERE email IS NOT NULL
    GROUP BY email HAVING COUNT(*) > 1) migc_twice) AS wrong) answer;

SELECT 'no value of customer.level is outside -32768 to 32767              ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:8' AS place
FROM (SELECT (SELECT COUNT(*) FROM customer WHERE level NOT BETWEEN -32768 AND 32767) AS wrong) answer;

SELECT 'no orphans: purchase (customer_id) is in customer                  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM purchase c
  WHERE c.customer_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM customer p WHERE p.id = c.customer_id)) AS wrong) answer;

SELECT 'not closed or amount > 0 in every row of purchase                  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:10' AS place
FROM (SELECT (SELECT COUNT(*) FROM purchase WHERE NOT (NOT closed OR amount > 0)) AS wrong) answer;

SELECT 'no value of purchase.code is longer than 10 characters             ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:11' AS place
FROM (SELECT (SELECT COUNT(*) FROM purchase WHERE CHAR_LENGTH(code) > 10) AS wrong) answer;

SELECT 'no value of purchase.amount has more than 6 digits before the point' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:12' AS place
FROM (SELECT (SELECT COUNT(*) FROM purchase WHERE (amount >= 1000000 OR amount <= -1000000)) AS wrong) answer;

SELECT 'no nulls in label.name                                             ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:13' AS place
FROM (SELECT (SELECT COUNT(*) FROM label WHERE name IS NULL) AS wrong) answer;

SELECT 'no duplicates in label (name)                                      ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:13' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM label WHERE name IS NOT NULL
    GROUP BY name HAVING COUNT(*) > 1) migc_twice) AS wrong) answer;

SELECT 'no nulls in label.weight                                           ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/c_names.mig:8' AS place
FROM (SELECT (SELECT COUNT(*) FROM label WHERE weight IS NULL) AS wrong) answer;

SELECT 'no duplicates in label (weight)                                    ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/c_names.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM label WHERE weight IS NOT NULL
    GROUP BY weight HAVING COUNT(*) > 1) migc_twice) AS wrong) answer;

SET SESSION TRANSACTION READ WRITE;
