-- Upgrade of a PostgreSQL database from base to 1f0c2a7d94b1
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to 1f0c2a7d94b1 --upgrade --dialect postgres --target-version 15
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            1f0c2a7d94b1
-- SHA-256:       0ad4bbce160eb1434bb77e6771bce923486211d375f10cd8d908d7306df24ef6 (of this script, with zeros in the place of this number)
-- Takes:         advisory lock 4440029774586726956 of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own
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
  IF to_regclass('migc_version') IS NOT NULL THEN
    SELECT array_agg(version_num::text ORDER BY version_num COLLATE "C") INTO here FROM migc_version;
  END IF;
  here := coalesce(here, '{}');
  shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');
  done := CASE
    WHEN here = ARRAY[]::text[] THEN 0
    WHEN here = ARRAY['1f0c2a7d94b1']::text[] THEN 1
  END;
  IF done = 1 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ' already, where this script leads; nothing was changed',
      HINT = 'There is nothing to do.';
  END IF;
  IF done IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', and this script starts at base; nothing was changed',
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
  IF NOT has_schema_privilege(current_schema(), 'CREATE') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'user ' || current_user || ' may not create anything in schema ' || current_schema() || '; nothing was changed',
      HINT = 'Let a user run it who may, or GRANT CREATE ON SCHEMA to this one.';
  END IF;
END
$migc$;

\set QUIET :migc_quiet
\set SHOW_CONTEXT :migc_show_context

-- ---- Upgrade 1f0c2a7d94b1: Create customers
\echo 'migc: 1 of 1: upgrade 1f0c2a7d94b1 Create customers'
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

-- [1] migrations/one_revision.mig:6  create table customer
CREATE TABLE customer (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY,
  full_name VARCHAR(200) NOT NULL,
  email VARCHAR(320) NOT NULL,
  is_active BOOLEAN DEFAULT TRUE NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
  CONSTRAINT customer_pkey PRIMARY KEY (id),
  CONSTRAINT customer_email_key UNIQUE (email),
  CONSTRAINT customer_email_has_at CHECK (email LIKE '%@%')
);

-- [2] migrations/one_revision.mig:6  comment on table customer
COMMENT ON TABLE customer IS 'One row per person who ever ordered';

-- 1f0c2a7d94b1 is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  INSERT INTO migc_version (version_num) VALUES ('1f0c2a7d94b1') ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version holds 1f0c2a7d94b1 already, so something else changed it while this script ran; revision 1f0c2a7d94b1 is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('1f0c2a7d94b1', 'upgrade', 'Create customers', 'd0b2e4b0e6e7d06b95e4adfeb8c9bf3f31f2900b733782c48b51b6f0dd2eb389', '0ad4bbce160eb1434bb77e6771bce923486211d375f10cd8d908d7306df24ef6');
COMMIT;

\set QUIET on
DO $migc$
BEGIN
  PERFORM pg_advisory_unlock(4440029774586726956);
END
$migc$;
\set QUIET :migc_quiet

-- For the ticket
SELECT 'MIGC-RECEIPT 1 postgres base 1f0c2a7d94b1 0ad4bbce160e 1' AS receipt;
