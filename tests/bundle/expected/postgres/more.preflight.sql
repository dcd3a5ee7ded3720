-- Before the upgrade of a PostgreSQL database from a to c: will its data let it through?
--
-- Made by:       migc 0.1.0
-- Made for:      postgres (PostgreSQL 12 or newer)
-- Run with:      psql -d DATABASE -f THIS_FILE
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

\set ON_ERROR_STOP on
\set QUIET on
\pset format unaligned
\pset fieldsep ' | '
\pset tuples_only on
\pset pager off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SELECT 'the server is PostgreSQL                                             ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN strpos(version(), 'PostgreSQL') > 0 AND strpos(version(), '-YB-') = 0 THEN 0 ELSE 1 END) AS wrong) answer;

SELECT 'its version is 12 or newer                                           ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT CASE WHEN current_setting('server_version_num')::integer >= 120000 THEN 0 ELSE 1 END) AS wrong) answer;

SELECT to_regclass('migc_version') IS NOT NULL AS migc_there \gset
\if :migc_there
SELECT 'the database is at a                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) AS wrong) answer;
\else
SELECT 'the database is at a                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, '-' AS place
FROM (SELECT 1 AS wrong) answer;
\endif

SELECT 'size of person                                                       ' AS what,
  'info' AS answer, how_large, 'migrations/b_first.mig:5 and 9 more' AS place
FROM (SELECT (WITH RECURSIVE migc_parts (oid) AS (
    SELECT to_regclass('person')::oid UNION SELECT i.inhrelid FROM pg_inherits i JOIN migc_parts m ON i.inhparent = m.oid)
  SELECT CASE WHEN count(*) = 0 THEN 'no such table that this user may see' ELSE
    CASE WHEN NOT bool_or(unknown) THEN 'about ' || sum(found) || ' rows'
      WHEN sum(found) > 0 THEN 'more than ' || sum(found) || ' rows (not all of it is analyzed)'
      ELSE 'rows unknown (not analyzed)' END || ', ' || pg_size_pretty(sum(bytes)) END
  FROM (SELECT CASE WHEN c.relkind = 'p' OR c.reltuples < 0 THEN 0 ELSE c.reltuples::bigint END AS found,
      pg_total_relation_size(c.oid) AS bytes,
      (c.reltuples < 0 OR (c.reltuples = 0 AND c.relpages = 0)) AND pg_relation_size(c.oid) > 0 AS unknown
    FROM pg_class c JOIN migc_parts m ON c.oid = m.oid) part) AS how_large) answer;

SELECT 'size of pair                                                         ' AS what,
  'info' AS answer, how_large, 'migrations/b_first.mig:9' AS place
FROM (SELECT (WITH RECURSIVE migc_parts (oid) AS (
    SELECT to_regclass('pair')::oid UNION SELECT i.inhrelid FROM pg_inherits i JOIN migc_parts m ON i.inhparent = m.oid)
  SELECT CASE WHEN count(*) = 0 THEN 'no such table that this user may see' ELSE
    CASE WHEN NOT bool_or(unknown) THEN 'about ' || sum(found) || ' rows'
      WHEN sum(found) > 0 THEN 'more than ' || sum(found) || ' rows (not all of it is analyzed)'
      ELSE 'rows unknown (not analyzed)' END || ', ' || pg_size_pretty(sum(bytes)) END
  FROM (SELECT CASE WHEN c.relkind = 'p' OR c.reltuples < 0 THEN 0 ELSE c.reltuples::bigint END AS found,
      pg_total_relation_size(c.oid) AS bytes,
      (c.reltuples < 0 OR (c.reltuples = 0 AND c.relpages = 0)) AND pg_relation_size(c.oid) > 0 AS unknown
    FROM pg_class c JOIN migc_parts m ON c.oid = m.oid) part) AS how_large) answer;

SELECT 'size of visit                                                        ' AS what,
  'info' AS answer, how_large, 'migrations/b_first.mig:13 and 3 more' AS place
FROM (SELECT (WITH RECURSIVE migc_parts (oid) AS (
    SELECT to_regclass('visit')::oid UNION SELECT i.inhrelid FROM pg_inherits i JOIN migc_parts m ON i.inhparent = m.oid)
  SELECT CASE WHEN count(*) = 0 THEN 'no such table that this user may see' ELSE
    CASE WHEN NOT bool_or(unknown) THEN 'about ' || sum(found) || ' rows'
      WHEN sum(found) > 0 THEN 'more than ' || sum(found) || ' rows (not all of it is analyzed)'
      ELSE 'rows unknown (not analyzed)' END || ', ' || pg_size_pretty(sum(bytes)) END
  FROM (SELECT CASE WHEN c.relkind = 'p' OR c.reltuples < 0 THEN 0 ELSE c.reltuples::bigint END AS found,
      pg_total_relation_size(c.oid) AS bytes,
      (c.reltuples < 0 OR (c.reltuples = 0 AND c.relpages = 0)) AND pg_relation_size(c.oid) > 0 AS unknown
    FROM pg_class c JOIN migc_parts m ON c.oid = m.oid) part) AS how_large) answer;

SELECT 'no value of person.mood is sad                                       ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_first.mig:5' AS place
FROM (SELECT (SELECT COUNT(*) FROM person WHERE mood IN ('sad')) AS wrong) answer;

SELECT 'no duplicates in person (lower(nick))                                ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_first.mig:6' AS place
FROM (SELECT (SELECT COUNT(*) FROM (
    SELECT COUNT(*) AS migc_rows FROM person WHERE (lower(nick)) IS NOT NULL AND (active)
    GROUP BY lower(nick) HAVING COUNT(*) > 1) migc_twice) AS wrong) answer;

SELECT 'no orphans: person (x, y) is in pair                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_first.mig:9' AS place
FROM (SELECT (SELECT COUNT(*) FROM person c
  WHERE c.x IS NOT NULL AND c.y IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM pair p WHERE p.x = c.x AND p.y = c.y)) AS wrong) answer;

SELECT 'no rows in person, which is given born not null and without a default' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_first.mig:10' AS place
FROM (SELECT (SELECT COUNT(*) FROM person) AS wrong) answer;

SELECT 'seconds > 0 in every row of visit                                    ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/b_first.mig:14' AS place
FROM (SELECT (SELECT COUNT(*) FROM visit WHERE NOT (seconds > 0)) AS wrong) answer;

SELECT 'no nulls in person.nick                                              ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/c_then.mig:5' AS place
FROM (SELECT (SELECT COUNT(*) FROM person WHERE nick IS NULL) AS wrong) answer;

SELECT 'no nulls in person.x                                                 ' AS what,
  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, 'migrations/c_then.mig:7' AS place
FROM (SELECT (SELECT COUNT(*) FROM person WHERE x IS NULL) AS wrong) answer;

\pset format aligned
\pset fieldsep '|'
\pset tuples_only off
\pset pager on
