-- Before the upgrade of a PostgreSQL database from a to d: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Run with:      psql -d DATABASE -f THIS_FILE
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

\set ON_ERROR_STOP on
\set QUIET on
\pset format unaligned
\pset fieldsep ' | '
\pset tuples_only on
\pset pager off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SELECT 'the server is PostgreSQL                                           ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN strpos(version(), 'PostgreSQL') > 0 AND strpos(version(), '-YB-') = 0 THEN 0 ELSE 1 END) AS wrong) answer;

SELECT 'its version is 15 or newer                                         ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN current_setting('server_version_num')::integer >= 150000 THEN 0 ELSE 1 END) AS wrong) answer;

SELECT to_regclass('migc_version') IS NOT NULL AS migc_there \gset
\if :migc_there
SELECT 'the database is at a                                               ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) AS wrong) answer;
\else
SELECT 'the database is at a                                               ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT 1 AS wrong) answer;
\endif

SELECT 'size of customer                                                   ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:6 and 7 more' AS place
FROM (SELECT (WITH RECURSIVE migc_parts (oid) AS (
    SELECT to_regclass('customer')::oid UNION SELECT i.inhrelid FROM pg_inherits i JOIN migc_parts m ON i.inhparent = m.oid)
  SELECT CASE WHEN count(*) = 0 THEN 'no such table that this user may see' ELSE
    CASE WHEN NOT bool_or(unknown) THEN 'about ' || sum(found) || ' rows'
      WHEN sum(found) > 0 THEN 'more than ' || sum(found) || ' rows (not all of it is analyzed)'
      ELSE 'rows unknown (not analyzed)' END || ', ' || pg_size_pretty(sum(bytes)) END
  FROM (SELECT CASE WHEN c.relkind = 'p' OR c.reltuples < 0 THEN 0 ELSE c.reltuples::bigint END AS found,
      pg_total_relation_size(c.oid) AS bytes,
      (c.reltuples < 0 OR (c.reltuples = 0 AND c.relpages = 0)) AND pg_relation_size(c.oid) > 0 AS unknown
    FROM pg_class c JOIN migc_parts m ON c.oid = m.oid) part) AS how_large) answer;

SELECT 'size of purchase                                                   ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:9 and 5 more' AS place
FROM (SELECT (WITH RECURSIVE migc_parts (oid) AS (
    SELECT to_regclass('purchase')::oid UNION SELECT i.inhrelid FROM pg_inherits i JOIN migc_parts m ON i.inhparent = m.oid)
  SELECT CASE WHEN count(*) = 0 THEN 'no such table that this user may see' ELSE
    CASE WHEN NOT bool_or(unknown) THEN 'about ' || sum(found) || ' rows'
      WHEN sum(found) > 0 THEN 'more than ' || sum(found) || ' rows (not all of it is analyzed)'
      ELSE 'rows unknown (not analyzed)' END || ', ' || pg_size_pretty(sum(bytes)) END
  FROM (SELECT CASE WHEN c.relkind = 'p' OR c.reltuples < 0 THEN 0 ELSE c.reltuples::bigint END AS found,
      pg_total_relation_size(c.oid) AS bytes,
      (c.reltuples < 0 OR (c.reltuples = 0 AND c.relpages = 0)) AND pg_relation_size(c.oid) > 0 AS unknown
    FROM pg_class c JOIN migc_parts m ON c.oid = m.oid) part) AS how_large) answer;

SELECT 'size of label                                                      ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:13 and 4 more' AS place
FROM (SELECT (WITH RECURSIVE migc_parts (oid) AS (
    SELECT to_regclass('label')::oid UNION SELECT i.inhrelid FROM pg_inherits i JOIN migc_parts m ON i.inhparent = m.oid)
  SELECT CASE WHEN count(*) = 0 THEN 'no such table that this user may see' ELSE
    CASE WHEN NOT bool_or(unknown) THEN 'about ' || sum(found) || ' rows'
      WHEN sum(found) > 0 THEN 'more than ' || sum(found) || ' rows (not all of it is analyzed)'
      ELSE 'rows unknown (not analyzed)' END || ', ' || pg_size_pretty(sum(bytes)) END
  FROM (SELECT CASE WHEN c.relkind = 'p' OR c.reltuples < 0 THEN 0 ELSE c.reltuples::bigint END AS found,
      pg_total_relation_size(c.oid) AS bytes,
      (c.reltuples < 0 OR (c.reltuples = 0 AND c.relpages = 0)) AND pg_relation_size(c.oid) > 0 AS unknown
    FROM pg_class c JOIN migc_parts m ON c.oid = m.oid) part) AS how_large) answer;

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

\pset format aligned
\pset fieldsep '|'
\pset tuples_only off
\pset pager on
