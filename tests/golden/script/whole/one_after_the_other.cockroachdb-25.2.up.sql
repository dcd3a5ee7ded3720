-- Upgrade of a CockroachDB database from base to c
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to c --upgrade --dialect cockroachdb --target-version 25.2
-- Made for:      cockroachdb (CockroachDB 25.2 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            c
-- SHA-256:       7e3ff9050ecc48f42040b5d53531d1a39277a5c770de122525066cc75aa86ca3 (of this script, with zeros in the place of this number)
-- Takes:         no lock of its own: CockroachDB has none for a session that can be relied on; of tables, what each statement needs
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
SET migc.done = '0';
SET migc.begun = '0';
SET migc.script = '7e3ff9050ecc48f42040b5d53531d1a39277a5c770de122525066cc75aa86ca3';

DO $migc$
BEGIN
  IF strpos(version(), 'CockroachDB CCL v') = 0 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script is for CockroachDB, and this server is ' || version() || '; nothing was changed',
      HINT = 'Compile it with --dialect for this server.';
  END IF;
  IF split_part(substring(split_part(version(), 'CockroachDB CCL v', 2) FROM '^[0-9]+[.][0-9]+'), '.', 1)::integer * 1000 + split_part(substring(split_part(version(), 'CockroachDB CCL v', 2) FROM '^[0-9]+[.][0-9]+'), '.', 2)::integer < 25002 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this script is for CockroachDB 25.2 or newer, and this server is ' || substring(split_part(version(), 'CockroachDB CCL v', 2) FROM '^[0-9]+[.][0-9]+') || '; nothing was changed',
      HINT = 'Compile it with --target-version for this server.';
  END IF;
END
$migc$;
SHOW transaction_status \gset migc_
SELECT :'migc_transaction_status' <> 'NoTxn' AS migc_due \gset
\if :migc_due
DO $migc$
BEGIN
    RAISE EXCEPTION USING
      MESSAGE = 'this script makes its own transactions, and one is open already; nothing was changed',
      HINT = 'Run psql without --single-transaction (-1).';
END
$migc$;
\endif

-- Guards: when one of them stops the script, nothing was changed.
SELECT to_regclass('migc_version') IS NOT NULL AS migc_due \gset
\if :migc_due
SELECT coalesce((SELECT string_agg(version_num, ', ' ORDER BY version_num) FROM migc_version), '') AS migc_here \gset
\else
\set migc_here ''
\endif
SET migc.here = :'migc_here';
SELECT CASE :'migc_here'
  WHEN '' THEN '0'
  WHEN 'a' THEN '1'
  WHEN 'b' THEN '2'
  WHEN 'c' THEN '3'
  ELSE '-1' END AS migc_done \gset
SET migc.done = :'migc_done';
SELECT to_regclass('migc_history') IS NOT NULL AS migc_due \gset
\if :migc_due
SELECT coalesce((SELECT script_sha256 FROM migc_history ORDER BY applied_at DESC, id DESC LIMIT 1), '') AS migc_made_by \gset
\else
\set migc_made_by ''
\endif
SET migc.made_by = :'migc_made_by';
SELECT to_regclass('migc_step') IS NOT NULL AS migc_due \gset
\if :migc_due
SELECT coalesce((SELECT min(revision) FROM migc_step
  WHERE :'migc_done' || ' ' || revision || ' ' || statement_sha256 NOT IN ('0 a 947d99eae74aff19e0041cb99a77b07a1cc65ac0fe381a75918485791eda7140',
    '1 b c421808905283f55fef53a8775da5f9deacbd3baa33b1937e9b2405f99176337')), '') AS migc_other \gset
\else
\set migc_other ''
\endif
SET migc.other = :'migc_other';
SELECT to_regclass('migc_step') IS NOT NULL AS migc_due \gset
\if :migc_due
SELECT CASE WHEN EXISTS (SELECT 1 FROM migc_step) THEN '1' ELSE '0' END AS migc_begun \gset
\else
\set migc_begun 0
\endif
SET migc.begun = :'migc_begun';
DO $migc$
DECLARE
  shown text := coalesce(nullif(current_setting('migc.here'), ''), 'base');
  done integer := current_setting('migc.done')::integer;
  made_by text := current_setting('migc.made_by');
  other text := current_setting('migc.other');
BEGIN
  IF done = 3 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ' already, where this script leads; nothing was changed',
      HINT = 'There is nothing to do.';
  END IF;
  IF done = -1 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', and this script starts at base; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF done > 0 AND made_by <> current_setting('migc.script') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', where no run of this script left it; this script starts at base; nothing was changed',
      HINT = 'Compile one with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF other <> '' THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision ' || other || ' was begun by another script and is not complete; nothing was changed',
      HINT = 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
  END IF;
  IF NOT has_schema_privilege(current_schema(), 'CREATE') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'user ' || current_user || ' may not create anything in schema ' || current_schema() || '; nothing was changed',
      HINT = 'Let a user run it who may, or GRANT CREATE ON SCHEMA to this one.';
  END IF;
END
$migc$;

-- The ledger: what was done outside transactions, while its revision is not complete.
SELECT to_regclass('migc_step') IS NULL AS migc_due \gset
\if :migc_due
CREATE TABLE migc_step (
  revision varchar(128) NOT NULL,
  step integer NOT NULL,
  statement_sha256 char(64) NOT NULL,
  state varchar(7) NOT NULL,
  PRIMARY KEY (revision, step)
);
\endif

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
VALUES ('a', 1, '947d99eae74aff19e0041cb99a77b07a1cc65ac0fe381a75918485791eda7140', 'done');
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
VALUES ('a', 2, '947d99eae74aff19e0041cb99a77b07a1cc65ac0fe381a75918485791eda7140', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('p') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE p (
  id INT4 NOT NULL,
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
VALUES ('a', 3, '947d99eae74aff19e0041cb99a77b07a1cc65ac0fe381a75918485791eda7140', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('c') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE c (
  id INT4 NOT NULL,
  p_id INT4 NOT NULL,
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
  touched text;
BEGIN
  INSERT INTO migc_version (version_num) VALUES ('a') ON CONFLICT DO NOTHING RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version holds a already, so something else changed it while this script ran; revision a is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'a';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a', 'upgrade', 'A parent and a child', '80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d', '7e3ff9050ecc48f42040b5d53531d1a39277a5c770de122525066cc75aa86ca3');
COMMIT;
\endif

\else
\echo 'migc: a is done already'
\endif

-- ---- Upgrade b: A rebuild
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 3: upgrade b A rebuild'
-- [3] migrations/b.mig:1  change type of p.kind to integer
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
BEGIN
  IF EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 1 AND state = 'started') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [3], change type of p.kind to integer, of revision b, was begun by an earlier run, and nobody knows how far it came',
      HINT = 'If it took effect, say so: UPDATE migc_step SET state = ''done'' WHERE revision = ''b'' AND step = 1; else DELETE FROM migc_step WHERE revision = ''b'' AND step = 1. Then run this script again.';
  END IF;
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 1, 'c421808905283f55fef53a8775da5f9deacbd3baa33b1937e9b2405f99176337', 'started');
END
$migc$;
ALTER TABLE p ALTER COLUMN kind TYPE INT4 USING length(kind);
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- b is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = 'b' WHERE version_num = 'a' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds a, so something else changed it while this script ran; revision b is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'b';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b', 'upgrade', 'A rebuild', '43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b', '7e3ff9050ecc48f42040b5d53531d1a39277a5c770de122525066cc75aa86ca3');
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

-- [4] migrations/c.mig:1  delete rows of p
DELETE FROM p WHERE kind = 0;

-- c is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = 'c' WHERE version_num = 'b' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds b, so something else changed it while this script ran; revision c is not recorded';
  END IF;
END
$migc$;
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('c', 'upgrade', 'Rows that cascade', 'abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239', '7e3ff9050ecc48f42040b5d53531d1a39277a5c770de122525066cc75aa86ca3');
COMMIT;

\else
\echo 'migc: c is done already'
\endif

-- For the ticket
SELECT 'MIGC-RECEIPT 1 cockroachdb base c 7e3ff9050ecc 3' AS receipt;
