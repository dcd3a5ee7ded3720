-- Where a PostgreSQL database is, and the receipt for the ticket
--
-- Made by:       migc 0.1.0
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Run with:      psql -d DATABASE -f THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing.

\set ON_ERROR_STOP on
\set QUIET on
\pset format unaligned
\pset fieldsep ' | '
\pset tuples_only on
\pset pager off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- The revisions that the database is at; no row: base.
SELECT to_regclass('migc_version') IS NOT NULL AS migc_there \gset
\if :migc_there
SELECT 'revision' AS what, version_num FROM migc_version ORDER BY version_num;
\else
SELECT 'revision' AS what, 'base: there is no table migc_version' AS version_num;
\endif

-- What was done last, and when.
SELECT to_regclass('migc_history') IS NOT NULL AS migc_there \gset
\if :migc_there
SELECT 'last' AS what, direction, revision, applied_at, applied_by FROM migc_history
WHERE id = (SELECT MAX(id) FROM migc_history);
\else
SELECT 'last' AS what, 'nothing: there is no table migc_history' AS direction;
\endif

-- The receipt, when a script of this bundle has run to its end and nothing has run since.
SELECT to_regclass('migc_history') IS NOT NULL AS migc_there \gset
\if :migc_there
SELECT CASE
  WHEN last_sha256 = '0000000000000000000000000000000000000000000000000000000000000000'
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN ('d') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('d') THEN 1 END)
  FROM migc_version) = 0
    THEN 'MIGC-RECEIPT 1 postgres a d ............ 3'
  WHEN last_sha256 = '0000000000000000000000000000000000000000000000000000000000000000'
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) = 0
    THEN 'MIGC-RECEIPT 1 postgres d a ............ 3'
  WHEN last_sha256 = '0000000000000000000000000000000000000000000000000000000000000000'
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) = 0
    THEN 'MIGC-RECEIPT 1 postgres b a ............ 1'
  ELSE 'no receipt: what ran last here is no script of this bundle, or did not come to its end' END AS receipt
FROM (SELECT MAX(script_sha256) AS last_sha256 FROM migc_history
  WHERE id = (SELECT MAX(id) FROM migc_history)) last_run;
\else
SELECT 'no receipt: no script has run here' AS receipt;
\endif

\pset format aligned
\pset fieldsep '|'
\pset tuples_only off
\pset pager on
