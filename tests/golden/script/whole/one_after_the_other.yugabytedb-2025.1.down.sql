-- Downgrade of a YugabyteDB database from c to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from c --to base --downgrade --dialect yugabytedb --target-version 2025.1
-- Made for:      yugabytedb (YugabyteDB 2025.1 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     downgrade
-- From:          c
-- To:            base
-- SHA-256:       367bc283473ce5c4e1e5a09032536f8fd68cad43d8c2fbad48a9b776ce78a2a8 (of this script, with zeros in the place of this number)
-- Takes:         no lock of its own: YugabyteDB has none for a session that can be relied on; of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [3] drop table c
--                [4] drop table p
--
-- Revisions, in the order in which they run:
--   c  Rows that cascade
--     migrations/c.mig  SHA-256 abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239
--   b  A rebuild
--     migrations/b.mig  SHA-256 43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b
--   a  A parent and a child
--     migrations/a.mig  SHA-256 80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d

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
SET migc.script = '367bc283473ce5c4e1e5a09032536f8fd68cad43d8c2fbad48a9b776ce78a2a8';

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
  IF to_regclass('migc_version') IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'there is no table migc_version, so no migration was recorded in this database, and this script starts at c; nothing was changed',
      HINT = 'Check that this is the right database; `migc compile --from base` makes a script for an empty one.';
  END IF;
  SELECT array_agg(version_num::text ORDER BY version_num COLLATE "C") INTO here FROM migc_version;
  here := coalesce(here, '{}');
  shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');
  done := CASE
    WHEN here = ARRAY['c']::text[] THEN 0
    WHEN here = ARRAY['b']::text[] THEN 1
    WHEN here = ARRAY['a']::text[] THEN 2
    WHEN here = ARRAY[]::text[] THEN 3
  END;
  IF done = 3 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ' already, where this script leads; nothing was changed',
      HINT = 'There is nothing to do.';
  END IF;
  IF done IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', and this script starts at c; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF done > 0 AND to_regclass('migc_history') IS NOT NULL THEN
    SELECT script_sha256 INTO made_by FROM migc_history ORDER BY applied_at DESC, id DESC LIMIT 1;
  END IF;
  IF done > 0 AND made_by IS DISTINCT FROM current_setting('migc.script') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', where no run of this script left it; this script starts at c; nothing was changed',
      HINT = 'Compile one with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  PERFORM set_config('migc.done', done::text, false);
  IF to_regclass('migc_step') IS NOT NULL THEN
    SELECT min(revision) INTO other FROM migc_step
      WHERE (done, revision, statement_sha256) NOT IN ((1, 'b', '7ad39bb88bc5045f386cdf326924ae8e1072a2d6cb1df2fe78c9ceacba395c51'),
        (2, 'a', '53759a2de976a04a44a6cf1f3dc8ce5fef6af3e6eae6a5902c64fe10cfc46b89'));
    IF other IS NOT NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision ' || other || ' was begun by another script and is not complete; nothing was changed',
      HINT = 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
    END IF;
    PERFORM set_config('migc.begun', '1', false) FROM migc_step;
  END IF;
  IF to_regclass('migc_history') IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'there is no table migc_history, in which this script records what it did; nothing was changed',
      HINT = 'Create it, or set `history: false` in migc.yaml and compile again.';
  END IF;
  SELECT min(oid::regclass::text) INTO other FROM pg_class
    WHERE oid IN (to_regclass('c'),
      to_regclass('p'))
      AND NOT pg_has_role(relowner, 'USAGE');
  IF other IS NOT NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'user ' || current_user || ' does not own ' || other || ', which this script changes' || '; nothing was changed',
      HINT = 'Let its owner run this script, or a member of that role.';
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

-- ---- Downgrade c: Rows that cascade
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 3: downgrade c Rows that cascade'
BEGIN;

-- c is done
DO $migc$
DECLARE
  touched bigint;
BEGIN
  UPDATE migc_version SET version_num = 'b' WHERE version_num = 'c';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds c, so something else changed it while this script ran; revision c is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('c', 'downgrade', 'Rows that cascade', 'abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239', '367bc283473ce5c4e1e5a09032536f8fd68cad43d8c2fbad48a9b776ce78a2a8');
COMMIT;

\else
\echo 'migc: c is done already'
\endif

-- ---- Downgrade b: A rebuild
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 3: downgrade b A rebuild'
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- [1] migrations/b.mig:1  change type of p.kind to varchar(20): YugabyteDB writes the table anew; what others write to it meanwhile may be lost

INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 1, '7ad39bb88bc5045f386cdf326924ae8e1072a2d6cb1df2fe78c9ceacba395c51', 'done');
COMMIT;
\endif

-- [2] migrations/b.mig:1  change type of p.kind to varchar(20)
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
ALTER TABLE p ALTER COLUMN kind TYPE VARCHAR(20);
INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 2, '7ad39bb88bc5045f386cdf326924ae8e1072a2d6cb1df2fe78c9ceacba395c51', 'done');
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

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
DELETE FROM migc_step WHERE revision = 'b';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b', 'downgrade', 'A rebuild', '43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b', '367bc283473ce5c4e1e5a09032536f8fd68cad43d8c2fbad48a9b776ce78a2a8');
COMMIT;
\endif

\else
\echo 'migc: b is done already'
\endif

-- ---- Downgrade a: A parent and a child
SELECT current_setting('migc.done')::integer <= 2 AS migc_due \gset
\if :migc_due
\echo 'migc: 3 of 3: downgrade a A parent and a child'
-- [3] migrations/a.mig:3  drop table c
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('c') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [3], drop table c, of revision a: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('a', 1, '53759a2de976a04a44a6cf1f3dc8ce5fef6af3e6eae6a5902c64fe10cfc46b89', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('c') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE c;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'a' AND step = 1;
\endif

-- [4] migrations/a.mig:2  drop table p
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('p') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [4], drop table p, of revision a: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('a', 2, '53759a2de976a04a44a6cf1f3dc8ce5fef6af3e6eae6a5902c64fe10cfc46b89', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('p') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE p;
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
  DELETE FROM migc_version WHERE version_num = 'a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds a, so something else changed it while this script ran; revision a is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'a';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a', 'downgrade', 'A parent and a child', '80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d', '367bc283473ce5c4e1e5a09032536f8fd68cad43d8c2fbad48a9b776ce78a2a8');
COMMIT;
\endif

\else
\echo 'migc: a is done already'
\endif

-- For the ticket
SELECT 'MIGC-RECEIPT 1 yugabytedb c base 367bc283473c 3' AS receipt;
