-- Before the upgrade of a TiDB database from a to b: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      tidb (TiDB 8.5 or newer)
-- Run with:      mysql -N --default-character-set=utf8mb4 DATABASE < THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing. A row for each check: what should hold, pass or fail,
-- how many things are wrong, and where in the sources the check comes from.
-- A row with info says how large a table is that the upgrade changes or reads as a whole,
-- as far as the database knows, and where in the sources it does so first.

SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES';

SELECT 'the server is TiDB         ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN VERSION() LIKE '%-TiDB-v%' THEN 0 ELSE 1 END) AS wrong) answer;

SELECT 'its version is 8.5 or newer' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-TiDB-v', -1), '-', 1), '.', 1), '.', -1) AS UNSIGNED) * 1000000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-TiDB-v', -1), '-', 1), '.', 2), '.', -1) AS UNSIGNED) * 1000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-TiDB-v', -1), '-', 1), '.', 3), '.', -1) AS UNSIGNED) >= 8005000 THEN 0 ELSE 1 END) AS wrong) answer;

SET @migc_sql = IF(EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migc_version'),
  'SELECT ''the database is at a       '' AS what,
  CASE WHEN wrong = 0 THEN ''pass'' ELSE ''fail'' END AS answer, wrong, ''-'' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN (''a'') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN (''a'') THEN 1 END)
  FROM migc_version) AS wrong) answer',
  'SELECT ''the database is at a       '' AS what,
  CASE WHEN wrong = 0 THEN ''pass'' ELSE ''fail'' END AS answer, wrong, ''-'' AS place
FROM (SELECT 1 AS wrong) answer');
PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;

SELECT 'size of customer           ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:3' AS place
FROM (SELECT (SELECT COALESCE((SELECT CASE WHEN COALESCE(found, 0) = 0 THEN 'rows unknown (not analyzed, or none)'
      ELSE CONCAT('about ', found, ' rows, ',
        CASE WHEN bytes < 10485760 THEN CONCAT((bytes + 1024 - 1) DIV 1024, ' kB')
        WHEN bytes < 10737418240 THEN CONCAT((bytes + 1048576 - 1) DIV 1048576, ' MB')
        ELSE CONCAT((bytes + 1073741824 - 1) DIV 1073741824, ' GB')
        END) END
    FROM (SELECT table_rows AS found, COALESCE(data_length, 0) + COALESCE(index_length, 0) AS bytes
      FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'customer') migc_size),
    'no such table that this user may see')) AS how_large) answer;

SELECT 'no nulls in customer.name  ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:3' AS place
FROM (SELECT (SELECT COUNT(*) FROM customer WHERE name IS NULL) AS wrong) answer;
