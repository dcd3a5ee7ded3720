-- Before the upgrade of a YugabyteDB database from a to b: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      yugabytedb (YugabyteDB 2025.1 or newer)
-- Run with:      psql -d DATABASE -f THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing. A row for each check: what should hold, pass or fail,
-- how many things are wrong, and where in the sources the check comes from.
-- A row with info says how large a table is that the upgrade changes or reads as a whole,
-- as far as the database knows, and where in the sources it does so first.

\set ON_ERROR_STOP on
\set QUIET on
\pset format unaligned
\pset fieldsep ' | '
\pset tuples_only on
\pset pager off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SELECT 'the server is YugabyteDB      ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN strpos(version(), '-YB-') > 0 THEN 0 ELSE 1 END) AS wrong) answer;

SELECT 'its version is 2025.1 or newer' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN string_to_array(substring(split_part(version(), '-YB-', 2) FROM '^[0-9]+[.][0-9]+'), '.')::integer[] >= ARRAY[2025, 1] THEN 0 ELSE 1 END) AS wrong) answer;

SELECT to_regclass('migc_version') IS NOT NULL AS migc_there \gset
\if :migc_there
SELECT 'the database is at a          ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) AS wrong) answer;
\else
SELECT 'the database is at a          ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT 1 AS wrong) answer;
\endif

SELECT 'size of customer              ' AS what,
  'info' AS answer, how_large, 'migrations/b_rules.mig:3' AS place
FROM (SELECT (WITH RECURSIVE migc_parts (oid) AS (
    SELECT to_regclass('customer')::oid UNION SELECT i.inhrelid FROM pg_inherits i JOIN migc_parts m ON i.inhparent = m.oid)
  SELECT CASE WHEN count(*) = 0 THEN 'no such table that this user may see' ELSE
    CASE WHEN NOT bool_or(unknown) THEN 'about ' || sum(found) || ' rows'
      WHEN sum(found) > 0 THEN 'more than ' || sum(found) || ' rows (not all of it is analyzed)'
      ELSE 'rows unknown (not analyzed, or none)' END END
  FROM (SELECT CASE WHEN c.relkind = 'p' OR c.reltuples < 0 THEN 0 ELSE c.reltuples::bigint END AS found,
      c.reltuples <= 0 AND c.relkind <> 'p' AS unknown
    FROM pg_class c JOIN migc_parts m ON c.oid = m.oid) part) AS how_large) answer;

SELECT 'no nulls in customer.name     ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:3' AS place
FROM (SELECT (SELECT COUNT(*) FROM customer WHERE name IS NULL) AS wrong) answer;

\pset format aligned
\pset fieldsep '|'
\pset tuples_only off
\pset pager on
