-- Upgrade of a YugabyteDB database from base to b
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect yugabytedb --target-version 2025.1
-- Made for:      yugabytedb (YugabyteDB 2025.1 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            b
-- SHA-256:       5e70ccc466a6600987124566d45d5126012374138086c874d8b68557dc0c9a74 (of this script, with zeros in the place of this number)
-- Takes:         no lock of its own: YugabyteDB has none for a session that can be relied on; of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [5] drop table t
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626
--   b  In parts
--     migrations/b.mig  SHA-256 ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f

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
SET migc.script = '5e70ccc466a6600987124566d45d5126012374138086c874d8b68557dc0c9a74';

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
  END;
  IF done = 2 THEN
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
      WHERE (done, revision, statement_sha256) NOT IN ((0, 'a', '3b76587ccd2f4bc5c77b8c0935e65304276875b58ffd3acdced370c63303fd2f'),
        (1, 'b', '797ad3dfec159282ddab5d2e70fc478a8a4e9822c283e558de6ba4c4e5d7cecf'));
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

-- ---- Upgrade a: A table
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 2: upgrade a A table'
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
VALUES ('a', 1, '3b76587ccd2f4bc5c77b8c0935e65304276875b58ffd3acdced370c63303fd2f', 'done');
COMMIT;
\endif

-- [1] migrations/a.mig:1  create table t
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('t') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [1], create table t, of revision a: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('a', 2, '3b76587ccd2f4bc5c77b8c0935e65304276875b58ffd3acdced370c63303fd2f', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('t') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'a' AND step = 2;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 3 AND state = 'done') AS migc_due \gset
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
VALUES ('a', 'upgrade', 'A table', '204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626', '5e70ccc466a6600987124566d45d5126012374138086c874d8b68557dc0c9a74');
COMMIT;
\endif

\else
\echo 'migc: a is done already'
\endif

-- ---- Upgrade b: In parts
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 2: upgrade b In parts'
-- [2] migrations/b.mig:2  add column t.x
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('t') AND attname = 'x' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [2], add column t.x, of revision b: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 1, '797ad3dfec159282ddab5d2e70fc478a8a4e9822c283e558de6ba4c4e5d7cecf', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('t') AND attname = 'x' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE t ADD COLUMN x INTEGER;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 1;
\endif

-- [3] migrations/b.mig:3  create index t_name on t
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
SELECT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 2 AND state = 'started') AS migc_begun \gset
\if :migc_begun
DROP INDEX IF EXISTS t_name;
CREATE INDEX CONCURRENTLY t_name ON t (name);
\else
DO $migc$
BEGIN
  IF (SELECT to_regclass('t_name') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [3], create index t_name on t, of revision b: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 2, '797ad3dfec159282ddab5d2e70fc478a8a4e9822c283e558de6ba4c4e5d7cecf', 'started');
END
$migc$;
CREATE INDEX CONCURRENTLY t_name ON t (name);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 2;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- [4] migrations/b.mig:4  require: the table is not empty; it's in use
DO $migc$
BEGIN
  IF (
select count(*) = 0 from t
  ) IS NOT TRUE THEN
    RAISE EXCEPTION USING
      MESSAGE = 'the table is not empty; it''s in use',
      DETAIL = 'Required by migrations/b.mig:4, in revision b.';
  END IF;
END
$migc$;

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 3, '797ad3dfec159282ddab5d2e70fc478a8a4e9822c283e558de6ba4c4e5d7cecf', 'done');
COMMIT;
\endif

-- [5] migrations/b.mig:5  drop table t
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 4 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('t') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [5], drop table t, of revision b: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 4, '797ad3dfec159282ddab5d2e70fc478a8a4e9822c283e558de6ba4c4e5d7cecf', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('t') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE t;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 4;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 5 AND state = 'done') AS migc_due \gset
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
VALUES ('b', 'upgrade', 'In parts', 'ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f', '5e70ccc466a6600987124566d45d5126012374138086c874d8b68557dc0c9a74');
COMMIT;
\endif

\else
\echo 'migc: b is done already'
\endif

-- For the ticket
SELECT 'MIGC-RECEIPT 1 yugabytedb base b 5e70ccc466a6 2' AS receipt;
