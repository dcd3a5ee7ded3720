-- The way back of a PostgreSQL database to a, from wherever its upgrade to d stopped
--
-- Made by:       migc 0.1.0
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     downgrade
-- From:          b
-- To:            a
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
-- SHA-256:       0000000000000000000000000000000000000000000000000000000000000000 (of this script, with zeros in the place of this number)
-- Takes:         advisory lock 4440029774586726956 of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own; run again, the same script goes on from there
-- Cannot undo:   revision b: change type of customer.level to smallint may have lost data, which nothing brings back
--                where that was done this script changes nothing, and going on with upgrade.sql is the only way
--
-- Revisions, in the order in which they run:
--   b  Rules for what is there
--     migrations/b_rules.mig  SHA-256 0000000000000000000000000000000000000000000000000000000000000000

\set ON_ERROR_STOP on
\set ON_ERROR_ROLLBACK off
\set AUTOCOMMIT on
\set SINGLELINE off
\set migc_quiet :QUIET
\set migc_show_context :SHOW_CONTEXT
\set QUIET on
\set SHOW_CONTEXT never
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET migc.done = 0;
SET migc.begun = 0;
SET migc.script = '0000000000000000000000000000000000000000000000000000000000000000';

-- One script of migc at a time. The lock goes with the session, however that ends.
DO $migc$
DECLARE
  waiting boolean := false;
BEGIN
  IF now() < statement_timestamp() THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script makes its own transactions, and one is open already; nothing was changed',
      HINT = 'Run psql without --single-transaction (-1); `migc compile --single-transaction` makes a script that is one transaction.';
  END IF;
  WHILE NOT pg_try_advisory_lock(4440029774586726956) LOOP
    IF NOT waiting THEN
      RAISE NOTICE USING MESSAGE = 'another session is applying migrations to this database; waiting until it has ended';
      waiting := true;
    END IF;
    COMMIT;
    PERFORM pg_sleep(0.5);
    COMMIT;
  END LOOP;
END
$migc$;

-- Guards: when one of them stops the script, nothing was changed.
DO $migc$
DECLARE
  here text[];
  shown text;
  done integer;
  other text;
  behind integer;
  begun integer;
  passed integer;
  touched bigint;
  made_by text;
  going_on boolean := false;
BEGIN
  IF strpos(version(), 'PostgreSQL') = 0 OR strpos(version(), '-YB-') > 0 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script is for PostgreSQL, and this server is ' || version() || '; nothing was changed',
      HINT = 'Compile it with --dialect for this server.';
  END IF;
  IF current_setting('server_version_num')::integer < 150000 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script is for PostgreSQL 15 or newer, and this server is ' || current_setting('server_version') || '; nothing was changed',
      HINT = 'Compile it with --target-version for this server.';
  END IF;
  IF to_regclass('migc_version') IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'there is no table migc_version, so no migration was recorded in this database, and this script starts at b; nothing was changed',
      HINT = 'Check that this is the right database; `migc compile --from base` makes a script for an empty one.';
  END IF;
  SELECT array_agg(version_num::text ORDER BY version_num COLLATE "C") INTO here FROM migc_version;
  here := coalesce(here, '{}');
  shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');
  IF NOT going_on AND (here = ARRAY['b']::text[]
    OR here = ARRAY['c']::text[]) THEN
    SELECT script_sha256 INTO made_by FROM migc_history ORDER BY id DESC LIMIT 1;
    IF made_by NOT IN ('0000000000000000000000000000000000000000000000000000000000000000', current_setting('migc.script')) THEN
      RAISE EXCEPTION USING
        MESSAGE = 'this database is at ' || shown || ', where no run of upgrade.sql left it; nothing was changed',
        HINT = 'Compile the way back from there: `migc compile --from REVISION --to REVISION`.';
    END IF;
  END IF;
  IF here = ARRAY['c']::text[]
    OR here = ARRAY['d']::text[] THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision b is complete and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed',
      HINT = 'Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.';
  END IF;
  IF NOT going_on AND here = ARRAY['b']::text[] THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision b is complete and cannot be undone: change type of customer.level to smallint may have lost data, which nothing brings back; nothing was changed',
      HINT = 'Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.';
  END IF;
  IF to_regclass('migc_version') IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'there is no table migc_version, so no migration was recorded in this database, and this script starts at b; nothing was changed',
      HINT = 'Check that this is the right database; `migc compile --from base` makes a script for an empty one.';
  END IF;
  SELECT array_agg(version_num::text ORDER BY version_num COLLATE "C") INTO here FROM migc_version;
  here := coalesce(here, '{}');
  shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');
  done := CASE
    WHEN here = ARRAY['b']::text[] THEN 0
    WHEN here = ARRAY['a']::text[] THEN 1
  END;
  IF done IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', which is not on the way from b to a; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  PERFORM set_config('migc.done', done::text, false);
  IF to_regclass('migc_step') IS NOT NULL THEN
    SELECT min(revision) INTO other FROM migc_step;
    IF other IS NOT NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision ' || other || ' was begun by another script and is not complete; nothing was changed',
      HINT = 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
    END IF;
  END IF;
  IF to_regclass('migc_history') IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'there is no table migc_history, in which this script records what it did; nothing was changed',
      HINT = 'Create it, or set `history: false` in migc.yaml and compile again.';
  END IF;
  IF NOT has_schema_privilege(current_schema(), 'CREATE') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'user ' || current_user || ' may not create anything in schema ' || current_schema() || '; nothing was changed',
      HINT = 'Let a user run it who may, or GRANT CREATE ON SCHEMA to this one.';
  END IF;
  SELECT min(oid::regclass::text) INTO other FROM pg_class
    WHERE oid IN (to_regclass('country'),
      to_regclass('customer'),
      to_regclass('purchase'),
      to_regclass('tag'))
      AND NOT pg_has_role(relowner, 'USAGE');
  IF other IS NOT NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'user ' || current_user || ' does not own ' || other || ', which this script changes' || '; nothing was changed',
      HINT = 'Let its owner run this script, or a member of that role.';
  END IF;
END
$migc$;

\set QUIET :migc_quiet
\set SHOW_CONTEXT :migc_show_context

-- ---- Downgrade b: Rules for what is there
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 1: downgrade b Rules for what is there'
BEGIN;

-- [1] migrations/b_rules.mig:7  drop constraint customer_email_once of customer
ALTER TABLE customer DROP CONSTRAINT customer_email_once;

-- [2] migrations/b_rules.mig:6  drop not null on customer.name
ALTER TABLE customer ALTER COLUMN name DROP NOT NULL;

-- b is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'a' WHERE version_num = 'b';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds b, so something else changed it while this script ran; revision b is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b', 'downgrade', 'Rules for what is there', '0000000000000000000000000000000000000000000000000000000000000000', '0000000000000000000000000000000000000000000000000000000000000000');
COMMIT;

\else
\echo 'migc: b is done already'
\endif

\set QUIET on
DO $migc$
BEGIN
  PERFORM pg_advisory_unlock(4440029774586726956);
END
$migc$;
\set QUIET :migc_quiet

-- For the ticket
SELECT 'MIGC-RECEIPT 1 postgres b a ............ 1' AS receipt;
