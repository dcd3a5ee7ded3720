-- Downgrade of a PostgreSQL database from 1f0c2a7d94b1 to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from 1f0c2a7d94b1 --to base --downgrade --dialect postgres --target-version 15
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     downgrade
-- From:          1f0c2a7d94b1
-- To:            base
-- SHA-256:       e664b2f88110679dcb9f26fb5720c0c5e2fd9f8fd40380242f140961ddda5f0f (of this script, with zeros in the place of this number)
-- Takes:         advisory lock 4440029774586726956 of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own
-- Loses data:    [1] drop table customer
--
-- Revisions, in the order in which they run:
--   1f0c2a7d94b1  Create customers
--     migrations/one_revision.mig  SHA-256 d0b2e4b0e6e7d06b95e4adfeb8c9bf3f31f2900b733782c48b51b6f0dd2eb389

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
      MESSAGE = 'there is no table migc_version, so no migration was recorded in this database, and this script starts at 1f0c2a7d94b1; nothing was changed',
      HINT = 'Check that this is the right database; `migc compile --from base` makes a script for an empty one.';
  END IF;
  SELECT array_agg(version_num::text ORDER BY version_num COLLATE "C") INTO here FROM migc_version;
  here := coalesce(here, '{}');
  shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');
  done := CASE
    WHEN here = ARRAY['1f0c2a7d94b1']::text[] THEN 0
    WHEN here = ARRAY[]::text[] THEN 1
  END;
  IF done = 1 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ' already, where this script leads; nothing was changed',
      HINT = 'There is nothing to do.';
  END IF;
  IF done IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', and this script starts at 1f0c2a7d94b1; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
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
  SELECT min(oid::regclass::text) INTO other FROM pg_class
    WHERE oid IN (to_regclass('customer'))
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

-- ---- Downgrade 1f0c2a7d94b1: Create customers
\echo 'migc: 1 of 1: downgrade 1f0c2a7d94b1 Create customers'
BEGIN;

-- [1] migrations/one_revision.mig:6  drop table customer
DROP TABLE customer;

-- 1f0c2a7d94b1 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM migc_version WHERE version_num = '1f0c2a7d94b1';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds 1f0c2a7d94b1, so something else changed it while this script ran; revision 1f0c2a7d94b1 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('1f0c2a7d94b1', 'downgrade', 'Create customers', 'd0b2e4b0e6e7d06b95e4adfeb8c9bf3f31f2900b733782c48b51b6f0dd2eb389', 'e664b2f88110679dcb9f26fb5720c0c5e2fd9f8fd40380242f140961ddda5f0f');
COMMIT;

\set QUIET on
DO $migc$
BEGIN
  PERFORM pg_advisory_unlock(4440029774586726956);
END
$migc$;
\set QUIET :migc_quiet

-- For the ticket
SELECT 'MIGC-RECEIPT 1 postgres 1f0c2a7d94b1 base e664b2f88110 1' AS receipt;
