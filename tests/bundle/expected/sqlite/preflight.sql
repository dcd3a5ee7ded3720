-- Before the upgrade of a SQLite database from a to d: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Run with:      sqlite3 -readonly DATABASE_FILE < THIS_FILE
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

.bail on
.mode list
.headers off
.separator " | "
PRAGMA query_only = ON;

SELECT 'SQLite 3.40 or newer                                         ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) >= 3040 THEN 0 ELSE 1 END) AS wrong) answer;


SELECT 'the database is at a                                         ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) AS wrong) answer;


SELECT 'size of customer                                             ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:6 and 7 more' AS place
FROM (SELECT (SELECT COUNT(*) || ' rows, in a database of ' || (SELECT
        CASE WHEN bytes < 10485760 THEN ((bytes + 1024 - 1) / 1024) || ' kB'
        WHEN bytes < 10737418240 THEN ((bytes + 1048576 - 1) / 1048576) || ' MB'
        ELSE ((bytes + 1073741824 - 1) / 1073741824) || ' GB'
        END
    FROM (SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size))
  FROM customer) AS how_large) answer;


SELECT 'size of purchase                                             ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:9 and 5 more' AS place
FROM (SELECT (SELECT COUNT(*) || ' rows, in a database of ' || (SELECT
        CASE WHEN bytes < 10485760 THEN ((bytes + 1024 - 1) / 1024) || ' kB'
        WHEN bytes < 10737418240 THEN ((bytes + 1048576 - 1) / 1048576) || ' MB'
        ELSE ((bytes + 1073741824 - 1) / 1073741824) || ' GB'
        END
    FROM (SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size))
  FROM purchase) AS how_large) answer;


SELECT 'size of label                                                ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:13 and 4 more' AS place
FROM (SELECT (SELECT COUNT(*) || ' rows, in a database of ' || (SELECT
        CASE WHEN bytes < 10485760 THEN ((bytes + 1024 - 1) / 1024) || ' kB'
        WHEN bytes < 10737418240 THEN ((bytes + 1048576 - 1) / 1048576) || ' MB'
        ELSE ((bytes + 1073741824 - 1) / 1073741824) || ' GB'
        END
    FROM (SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size))
  FROM label) AS how_large) answer;


SELECT 'not so: there are more customers than this table was made for' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:5' AS place
FROM (SELECT (SELECT CASE WHEN (
select count(*) < 5 from customer
) THEN 0 ELSE 1 END) AS wrong) answer;


SELECT 'no nulls in customer.name                                    ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:6' AS place
FROM (SELECT (SELECT COUNT(*) FROM customer WHERE name IS NULL) AS wrong) answer;


SELECT 'no duplicates in customer (email)                            ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:7' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM customer WHERE email IS NOT NULL
    GROUP BY email HAVING COUNT(*) > 1) migc_twice) AS wrong) answer;


SELECT 'no orphans: purchase (customer_id) is in customer            ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM purchase c
  WHERE c.customer_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM customer p WHERE p.id = c.customer_id)) AS wrong) answer;


SELECT 'not closed or amount > 0 in every row of purchase            ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:10' AS place
FROM (SELECT (SELECT COUNT(*) FROM purchase WHERE NOT (NOT closed OR amount > 0)) AS wrong) answer;


SELECT 'no nulls in label.name                                       ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:13' AS place
FROM (SELECT (SELECT COUNT(*) FROM label WHERE name IS NULL) AS wrong) answer;


SELECT 'no duplicates in label (name)                                ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:13' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM label WHERE name IS NOT NULL
    GROUP BY name HAVING COUNT(*) > 1) migc_twice) AS wrong) answer;


SELECT 'no nulls in label.weight                                     ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/c_names.mig:8' AS place
FROM (SELECT (SELECT COUNT(*) FROM label WHERE weight IS NULL) AS wrong) answer;


SELECT 'no duplicates in label (weight)                              ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/c_names.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM label WHERE weight IS NOT NULL
    GROUP BY weight HAVING COUNT(*) > 1) migc_twice) AS wrong) answer;

PRAGMA query_only = OFF;
.separator "|"
