-- Downgrade of a CockroachDB database from b to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect cockroachdb --target-version 25.2
-- Made for:      cockroachdb (CockroachDB 25.2 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     downgrade
-- From:          b
-- To:            base
-- SHA-256:       597e3fa39750792d16e1ddcd124aa8fe4278e937e4da04640f59ec4d90443b9b (of this script, with zeros in the place of this number)
-- Takes:         no lock of its own: CockroachDB has none for a session that can be relied on; of tables, what each statement needs
-- Transactions:  one for each statement: a failure leaves those before it, and the same script goes on after them
-- Loses data:    [4] drop column t.x
--                [5] drop table t
--
-- Revisions, in the order in which they run:
--   b  In parts
--     migrations/b.mig  SHA-256 ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f
--   a  A table
--     migrations/a.mig  SHA-256 204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626

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
SET migc.script = '597e3fa39750792d16e1ddcd124aa8fe4278e937e4da04640f59ec4d90443b9b';

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
DO $migc$
BEGIN
  IF to_regclass('migc_version') IS NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = 'there is no table migc_version, so no migration was recorded in this database, and this script starts at b; nothing was changed',
      HINT = 'Check that this is the right database; `migc compile --from base` makes a script for an empty one.';
  END IF;
END
$migc$;
SELECT to_regclass('migc_version') IS NOT NULL AS migc_due \gset
\if :migc_due
SELECT coalesce((SELECT string_agg(version_num, ', ' ORDER BY version_num) FROM migc_version), '') AS migc_here \gset
\else
\set migc_here ''
\endif
SET migc.here = :'migc_here';
SELECT CASE :'migc_here'
  WHEN 'b' THEN '0'
  WHEN 'a' THEN '1'
  WHEN '' THEN '2'
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
  WHERE :'migc_done' || ' ' || revision || ' ' || statement_sha256 NOT IN ('0 b 402bd892daffe1690b0dbc92a0e2605eaea729c0ebcab5c4fab2ba9481203c0d',
    '1 a 861e52c06588c650705f65da603282179cfd9e71b60f8d8633928d1514a1af9a')), '') AS migc_other \gset
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
  IF done = 2 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ' already, where this script leads; nothing was changed',
      HINT = 'There is nothing to do.';
  END IF;
  IF done = -1 THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', and this script starts at b; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF done > 0 AND made_by <> current_setting('migc.script') THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', where no run of this script left it; this script starts at b; nothing was changed',
      HINT = 'Compile one with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
  IF other <> '' THEN
    RAISE EXCEPTION USING
      MESSAGE = 'revision ' || other || ' was begun by another script and is not complete; nothing was changed',
      HINT = 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
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

-- ---- Downgrade b: In parts
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 2: downgrade b In parts'
-- [1] migrations/b.mig:5  create table t
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('t') IS NOT NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [1], create table t, of revision b: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 1, '402bd892daffe1690b0dbc92a0e2605eaea729c0ebcab5c4fab2ba9481203c0d', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('t') IS NOT NULL) AS migc_due \gset
\if :migc_due
CREATE TABLE t (
  id INT4 NOT NULL,
  name VARCHAR(20),
  x INT4,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 1;
\endif

-- [2] migrations/b.mig:3  create index t_name on t
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 2 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('t') AND relname = 't_name')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [2], create index t_name on t, of revision b: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 2, '402bd892daffe1690b0dbc92a0e2605eaea729c0ebcab5c4fab2ba9481203c0d', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('t') AND relname = 't_name')) AS migc_due \gset
\if :migc_due
CREATE INDEX t_name ON t (name);
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 2;
\endif

-- [3] migrations/b.mig:3  drop index t_name on t
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 3 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 3 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('t') AND relname = 't_name')) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [3], drop index t_name on t, of revision b: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 3, '402bd892daffe1690b0dbc92a0e2605eaea729c0ebcab5c4fab2ba9481203c0d', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = to_regclass('t') AND relname = 't_name')) AS migc_due \gset
\if :migc_due
DROP INDEX t@t_name;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 3;
\endif

-- [4] migrations/b.mig:2  drop column t.x
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 4 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 4 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('t') AND attname = 'x' AND NOT attisdropped)) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [4], drop column t.x, of revision b: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 4, '402bd892daffe1690b0dbc92a0e2605eaea729c0ebcab5c4fab2ba9481203c0d', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('t') AND attname = 'x' AND NOT attisdropped)) AS migc_due \gset
\if :migc_due
ALTER TABLE t DROP COLUMN x;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 4;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'b' AND step = 5 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- b is done
DO $migc$
DECLARE
  touched text;
BEGIN
  UPDATE migc_version SET version_num = 'a' WHERE version_num = 'b' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds b, so something else changed it while this script ran; revision b is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'b';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('b', 'downgrade', 'In parts', 'ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f', '597e3fa39750792d16e1ddcd124aa8fe4278e937e4da04640f59ec4d90443b9b');
COMMIT;
\endif

\else
\echo 'migc: b is done already'
\endif

-- ---- Downgrade a: A table
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 2: downgrade a A table'
-- [5] migrations/a.mig:1  drop table t
SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 1 AND state = 'done') AS migc_due \gset
\if :migc_due
DO $migc$
DECLARE
  begun boolean := EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 1 AND state = 'started');
BEGIN
  IF NOT begun AND (SELECT to_regclass('t') IS NULL) THEN
    RAISE EXCEPTION USING
      MESSAGE = 'step [5], drop table t, of revision a: what it does is there already, and no run of this script did it',
      HINT = 'See whose it is, and move it out of the way; then run this script again.';
  END IF;
  IF NOT begun THEN
    INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('a', 1, '861e52c06588c650705f65da603282179cfd9e71b60f8d8633928d1514a1af9a', 'started');
  END IF;
END
$migc$;
SELECT NOT (SELECT to_regclass('t') IS NULL) AS migc_due \gset
\if :migc_due
DROP TABLE t;
\endif
UPDATE migc_step SET state = 'done' WHERE revision = 'a' AND step = 1;
\endif

SELECT NOT EXISTS (SELECT 1 FROM migc_step WHERE revision = 'a' AND step = 2 AND state = 'done') AS migc_due \gset
\if :migc_due
BEGIN;

-- a is done
DO $migc$
DECLARE
  touched text;
BEGIN
  DELETE FROM migc_version WHERE version_num = 'a' RETURNING version_num INTO touched;
  IF touched IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = 'table migc_version no longer holds a, so something else changed it while this script ran; revision a is not recorded';
  END IF;
END
$migc$;
DELETE FROM migc_step WHERE revision = 'a';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES ('a', 'downgrade', 'A table', '204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626', '597e3fa39750792d16e1ddcd124aa8fe4278e937e4da04640f59ec4d90443b9b');
COMMIT;
\endif

\else
\echo 'migc: a is done already'
\endif

-- For the ticket
SELECT 'MIGC-RECEIPT 1 cockroachdb b base 597e3fa39750 2' AS receipt;
