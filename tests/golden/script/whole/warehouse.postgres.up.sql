-- Upgrade of a PostgreSQL database from base to b
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect postgres --target-version 15 --idempotent
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            b
-- SHA-256:       211df3bb8373531952c2ad5b6581cbb296f579b94a013e1623515d165d846aa9 (of this script, with zeros in the place of this number)
-- Takes:         advisory lock 4440029774586726956 of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own; run again, the same script goes on from there
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532

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
SET migc.script = '211df3bb8373531952c2ad5b6581cbb296f579b94a013e1623515d165d846aa9';

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
  IF to_regclass('migc_version') IS NOT NULL THEN
    SELECT array_agg(version_num::text ORDER BY version_num COLLATE "C") INTO here FROM migc_version;
  END IF;
  here := coalesce(here, '{}');
  shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');
  done := CASE
    WHEN here = ARRAY[]::text[] THEN 0
    WHEN here = ARRAY['a']::text[] THEN 1
    WHEN here = ARRAY['b']::text[] THEN 2
  END;
  IF done IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', which is not on the way from base to b; nothing was changed',
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
  IF NOT has_schema_privilege(current_schema(), 'CREATE') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'user ' || current_user || ' may not create anything in schema ' || current_schema() || '; nothing was changed',
      HINT = 'Let a user run it who may, or GRANT CREATE ON SCHEMA to this one.';
  END IF;
END
$migc$;

\set QUIET :migc_quiet
\set SHOW_CONTEXT :migc_show_context

-- ---- Upgrade a: A table
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 2: upgrade a A table'
BEGIN;

-- Bookkeeping: the revisions that this database is at, and what was done when.
CREATE TABLE IF NOT EXISTS migc_version (
  version_num varchar(128) NOT NULL PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS migc_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  revision varchar(128) NOT NULL,
  direction varchar(9) NOT NULL,
  message text NOT NULL,
  source_sha256 char(64) NOT NULL,
  script_sha256 char(64) NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  applied_by text NOT NULL DEFAULT session_user
);

-- [1] migrations/a.mig:3  create table t
CREATE TABLE t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- [2] migrations/a.mig:4  require: table t has rows
DO $migc$
BEGIN
  IF (
select count(*) = 0 from t
  ) IS NOT TRUE THEN
    RAISE EXCEPTION USING
      MESSAGE = 'table t has rows',
      DETAIL = 'Required by migrations/a.mig:4, in revision a.';
  END IF;
END
$migc$;

-- [3] migrations/a.mig:5  insert 2 rows into t
INSERT INTO t (id, name) VALUES
  (1, 'a'),
  (2, 'b');

-- a is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  INSERT INTO migc_version (version_num) VALUES ('a') ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version holds a already, so something else changed it while this script ran; revision a is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a', 'upgrade', 'A table', 'b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62', '211df3bb8373531952c2ad5b6581cbb296f579b94a013e1623515d165d846aa9');
COMMIT;

\else
\echo 'migc: a is done already'
\endif

-- ---- Upgrade b: A wider text
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 2: upgrade b A wider text'
BEGIN;

-- [4] migrations/b.mig:3  set timeouts
SET LOCAL statement_timeout = '10s';

-- [5] migrations/b.mig:4  add column t.x
ALTER TABLE t ADD COLUMN x INTEGER;

-- [6] migrations/b.mig:5  change type of t.name to varchar(40)
ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(40);

-- [7] migrations/b.mig:6  require: the table's rows
DO $migc$
BEGIN
  IF (
select count(*) = 2 from t
  ) IS NOT TRUE THEN
    RAISE EXCEPTION USING
      MESSAGE = 'the table''s rows',
      DETAIL = 'Required by migrations/b.mig:6, in revision b.';
  END IF;
END
$migc$;

-- [8] migrations/b.mig:3  timeouts as before
SET LOCAL statement_timeout TO DEFAULT;

-- b is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'b' WHERE version_num = 'a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds a, so something else changed it while this script ran; revision b is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b', 'upgrade', 'A wider text', '0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532', '211df3bb8373531952c2ad5b6581cbb296f579b94a013e1623515d165d846aa9');
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
SELECT 'MIGC-RECEIPT 1 postgres base b 211df3bb8373 2' AS receipt;
