-- Upgrade of a YugabyteDB database from base to c
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to c --upgrade --dialect yugabytedb --target-version 2025.1
-- Made for:      yugabytedb (YugabyteDB 2025.1 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            c
-- SHA-256:       691a24de9fadaad11072dd66985df0993dc864e8e64472b7b6b29a10876fabf6 (of this script, with zeros in the place of this number)
-- Takes:         no lock of its own: YugabyteDB has none for a session that can be relied on; of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
--
-- Revisions, in the order in which they run:
--   a  A parent and a child
--     migrations/a.mig  SHA-256 80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d
--   b  A rebuild
--     migrations/b.mig  SHA-256 43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b
--   c  Rows that cascade
--     migrations/c.mig  SHA-256 abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239

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
SET migc.script = '691a24de9fadaad11072dd66985df0993dc864e8e64472b7b6b29a10876fabf6';

DO $migc$
BEGIN
  IF now() < statement_timestamp() THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script makes its own transactions, and one is open already; nothing was changed',
      HINT = 'Run psql without --single-transaction (-1).';
  END IF;
END
$migc$;

-- Guards: when one of them stops the script, nothing was changed.
DO $migc$
DECLARE
  here text[];
  shown text;
  done integer;
  made_by text;
  other text;
BEGIN
  IF strpos(version(), '-YB-') = 0 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script is for YugabyteDB, and this server is ' || version() || '; nothing was changed',
      HINT = 'Compile it with --dialect for this server.';
  END IF;
  IF string_to_array(substring(split_part(version(), '-YB-', 2) FROM '^[0-9]+[.][0-9]+'), '.')::integer[] < ARRAY[2025, 1] THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script is for YugabyteDB 2025.1 or newer, and this server is ' || substring(split_part(version(), '-YB-', 2) FROM '^[0-9]+[.][0-9]+') || '; nothing was changed',
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
    WHEN here = ARRAY['c']::text[] THEN 3
  END;
  IF done = 3 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ' already, where this script leads; nothing was changed',
      HINT = 'There is nothing to do.';
  END IF;
  IF done IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', and this script starts at base; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF done > 0 AND to_regclass('migc_history') IS NOT NULL THEN
    SELECT script_sha256 INTO made_by FROM migc_history ORDER BY applied_at DESC, id DESC LIMIT 1;
  END IF;
  IF done > 0 AND made_by IS DISTINCT FROM current_setting('migc.script') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', where no run of this script left it; this script starts at base; nothing was changed',
      HINT = 'Compile one with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  PERFORM set_config('migc.done', done::text, false);
  IF to_regclass('migc_step') IS NOT NULL THEN
    SELECT min(revision) INTO other FROM migc_step
      WHERE (done, revision, statement_sha256) NOT IN ((0, 'a', '7f01be9e9eabbbf8c9e75ff27a970fe6c4c12be81fc7dd9bb4054525cae9730b'),
        (1, 'b', '7a9dbf7f8706c51d8eaebe05458c447cc36b151fee42032a22ab3f11a4dfa325'));
    IF other IS NOT NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision ' || other || ' was begun by another script and is not complete; nothing was changed',
      HINT = 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
    END IF;
    PERFORM set_config('migc.begun', '1', false) FROM migc_step;
  END IF;
  IF NOT has_schema_privilege(current_schema(), 'CREATE') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'user ' || current_user || ' may not create anything in schema ' || current_schema() || '; nothing was changed',
      HINT = 'Let a user run it who may, or GRANT CREATE ON SCHEMA to this one.';
  END IF;
END
$migc$;

-- The ledger: what was done outside transactions, while its revision is not complete.
DO $migc$
BEGIN
  IF to_regclass('migc_step') IS NULL THEN
    CREATE TABLE migc_step (
      revision varchar(128) NOT NULL,
      step integer NOT NULL,
      statement_sha256 char(64) NOT NULL,
      state varchar(7) NOT NULL,
      PRIMARY KEY (revision, step)
    );
  END IF;
END
$migc$;

\set QUIET :migc_quiet
\set SHOW_CONTEXT :migc_show_context

-- ---- Upgrade a: A parent and a child
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 3: upgrade a A parent and a child'
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

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('a', 1, '7f01be9e9eabbbf8c9e75ff27a970fe6c4c12be81fc7dd9bb4054525cae9730b', 'done');
COMMIT;
\endif

-- [1] migrations/a.mig:2  create table p
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('p') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [1], create table p, of revision a: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('a', 2, '7f01be9e9eabbbf8c9e75ff27a970fe6c4c12be81fc7dd9bb4054525cae9730b', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('p') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE p (
  id INTEGER NOT NULL,
  kind VARCHAR(20) NOT NULL,
  CONSTRAINT p_pkey PRIMARY KEY (id)
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'a' AND step = 2;
\endif

-- [2] migrations/a.mig:3  create table c
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('c') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [2], create table c, of revision a: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('a', 3, '7f01be9e9eabbbf8c9e75ff27a970fe6c4c12be81fc7dd9bb4054525cae9730b', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('c') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE c (
  id INTEGER NOT NULL,
  p_id INTEGER NOT NULL,
  CONSTRAINT c_pkey PRIMARY KEY (id),
  CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'a' AND step = 3;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

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
DELETE FROM migc_step WHERE revision = 'a';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a', 'upgrade', 'A parent and a child', '80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d', '691a24de9fadaad11072dd66985df0993dc864e8e64472b7b6b29a10876fabf6');
COMMIT;
\endif

\else
\echo 'migc: a is done already'
\endif

-- ---- Upgrade b: A rebuild
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 3: upgrade b A rebuild'
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- [3] migrations/b.mig:1  change type of p.kind to integer: YugabyteDB writes the table anew; what others write to it meanwhile may be lost

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 1, '7a9dbf7f8706c51d8eaebe05458c447cc36b151fee42032a22ab3f11a4dfa325', 'done');
COMMIT;
\endif

-- [4] migrations/b.mig:1  change type of p.kind to integer
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
BEGIN
  IF EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 2 AND state = 'started') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [4], change type of p.kind to integer, of revision b, was begun by an earlier run, and nobody knows how far it came',
      HINT = 'If it took effect, say so: UPDATE migc_step SET state = ''done'' WHERE revision = ''b'' AND step = 2; else DELETE FROM migc_step WHERE revision = ''b'' AND step = 2. Then run this script again.';
  END IF;
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 2, '7a9dbf7f8706c51d8eaebe05458c447cc36b151fee42032a22ab3f11a4dfa325', 'started');
END
$migc$;
ALTER TABLE p ALTER COLUMN kind TYPE INTEGER USING length(kind);
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 2;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

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
DELETE FROM migc_step WHERE revision = 'b';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b', 'upgrade', 'A rebuild', '43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b', '691a24de9fadaad11072dd66985df0993dc864e8e64472b7b6b29a10876fabf6');
COMMIT;
\endif

\else
\echo 'migc: b is done already'
\endif

-- ---- Upgrade c: Rows that cascade
SELECT current_setting('migc.done')::integer <= 2 AS migc_due \gset
\if :migc_due
\echo 'migc: 3 of 3: upgrade c Rows that cascade'
BEGIN;

-- [5] migrations/c.mig:1  delete rows of p
DELETE FROM p WHERE kind = 0;

-- c is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'c' WHERE version_num = 'b';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds b, so something else changed it while this script ran; revision c is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('c', 'upgrade', 'Rows that cascade', 'abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239', '691a24de9fadaad11072dd66985df0993dc864e8e64472b7b6b29a10876fabf6');
COMMIT;

\else
\echo 'migc: c is done already'
\endif

-- For the ticket
SELECT 'MIGC-RECEIPT 1 yugabytedb base c 691a24de9fad 3' AS receipt;
