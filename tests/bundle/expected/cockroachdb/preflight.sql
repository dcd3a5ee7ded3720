-- Before the upgrade of a CockroachDB database from a to b: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      cockroachdb (CockroachDB 25.2 or newer)
-- Run with:      psql -d DATABASE -f THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing. A row for each check: what should hold, pass or fail,
-- how many things are wrong, and where in the sources the check comes from.

\set ON_ERROR_STOP on
\set QUIET on
\pset format unaligned
\pset fieldsep ' | '
\pset tuples_only on
\pset pager off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SELECT 'the server is CockroachDB   ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN strpos(version(), 'CockroachDB CCL v') > 0 THEN 0 ELSE 1 END) AS wrong) answer;

SELECT 'its version is 25.2 or newer' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN split_part(substring(split_part(version(), 'CockroachDB CCL v', 2) FROM '^[0-9]+[.][0-9]+'), '.', 1)::integer * 1000 + split_part(substring(split_part(version(), 'CockroachDB CCL v', 2) FROM '^[0-9]+[.][0-9]+'), '.', 2)::integer >= 25002 THEN 0 ELSE 1 END) AS wrong) answer;

SELECT to_regclass('migc_version') IS NOT NULL AS migc_there \gset
\if :migc_there
SELECT 'the database is at a        ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) AS wrong) answer;
\else
SELECT 'the database is at a        ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT 1 AS wrong) answer;
\endif

SELECT 'no nulls in customer.name   ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_rules.mig:3' AS place
FROM (SELECT (SELECT COUNT(*) FROM customer WHERE name IS NULL) AS wrong) answer;

\pset format aligned
\pset fieldsep '|'
\pset tuples_only off
\pset pager on
