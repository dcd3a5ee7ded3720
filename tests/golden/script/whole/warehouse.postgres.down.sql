-- Downgrade of a PostgreSQL database from b to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect postgres --target-version 15 --idempotent
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     downgrade
-- From:          b
-- To:            base
-- SHA-256:       578504bec685591984248fae9230953de2caaf5dcd40930c3528ee5bb83ca569 (of this script, with zeros in the place of this number)
-- Takes:         advisory lock 4440029774586726956 of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own; run again, the same script goes on from there
-- Loses data:    [1] change type of t.name to varchar(20)
--                [2] drop column t.x
--                [4] drop table t
--
-- Revisions, in the order in which they run:
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62

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
SET migc.script = '578504bec685591984248fae9230953de2caaf5dcd40930c3528ee5bb83ca569';

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
      MESSAGE = 'there is no table migc_version, so no migration was recorded in this database, and this script starts at b; nothing was changed',
      HINT = 'Check that this is the right database; `migc compile --from base` makes a script for an empty one.';
  END IF;
  SELECT array_agg(version_num::text ORDER BY version_num COLLATE "C") INTO here FROM migc_version;
  here := coalesce(here, '{}');
  shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');
  done := CASE
    WHEN here = ARRAY['b']::text[] THEN 0
    WHEN here = ARRAY['a']::text[] THEN 1
    WHEN here = ARRAY[]::text[] THEN 2
  END;
  IF done IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', which is not on the way from b to base; nothing was changed',
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
  SELECT min(oid::regclass::text) INTO other FROM pg_class
    WHERE oid IN (to_regclass('t'))
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

-- ---- Downgrade b: A wider text
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 2: downgrade b A wider text'
BEGIN;

-- [1] migrations/b.mig:5  change type of t.name to varchar(20)
ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(20);

-- [2] migrations/b.mig:4  drop column t.x
ALTER TABLE t DROP COLUMN x;

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
VALUES ('b', 'downgrade', 'A wider text', '0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532', '578504bec685591984248fae9230953de2caaf5dcd40930c3528ee5bb83ca569');
COMMIT;

\else
\echo 'migc: b is done already'
\endif

-- ---- Downgrade a: A table
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 2: downgrade a A table'
BEGIN;

-- [3] migrations/a.mig:5  delete rows of t
DELETE FROM t WHERE id IN (1, 2);

-- [4] migrations/a.mig:3  drop table t
DROP TABLE t;

-- a is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM migc_version WHERE version_num = 'a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds a, so something else changed it while this script ran; revision a is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a', 'downgrade', 'A table', 'b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62', '578504bec685591984248fae9230953de2caaf5dcd40930c3528ee5bb83ca569');
COMMIT;

\else
\echo 'migc: a is done already'
\endif

\set QUIET on
DO $migc$
BEGIN
  PERFORM pg_advisory_unlock(4440029774586726956);
END
$migc$;
\set QUIET :migc_quiet

-- For the ticket
SELECT 'MIGC-RECEIPT 1 postgres b base 578504bec685 2' AS receipt;
