-- Upgrade of a PostgreSQL database from base to b
--
-- Made by:       migc 0.1.0
-- Made for:      postgres (PostgreSQL 15 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            b
-- SHA-256:       b43511b54aca621e4036e9f647d35d6e69394c4f5af02317e5ef6fc606ad3fc1 (of this script, with zeros in the place of this number)
-- Takes:         advisory lock 4440029774586726956 of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it
-- Outside them:  [3] create index t_name on t: if the next statement fails it leaves an invalid index: DROP INDEX CONCURRENTLY t_name before it is run again
--                [4] create index t_name on t
-- Loses data:    [6] drop table t
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
BEGIN
  IF strpos(version(), 'PostgreSQL') = 0 THEN
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
  IF here = ARRAY['b']::text[] THEN
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at b already, where this script leads; nothing was changed',
      HINT = 'There is nothing to do.';
  END IF;
  IF here <> ARRAY[]::text[] THEN
    shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');
    RAISE EXCEPTION USING
      MESSAGE = 'this database is at ' || shown || ', and this script starts at base; nothing was changed',
      HINT = 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
  END IF;
END
$migc$;

\set QUIET :migc_quiet
\set SHOW_CONTEXT :migc_show_context

-- ---- Upgrade a: A table
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

-- [1] migrations/a.mig:1  create table t
CREATE TABLE t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

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
VALUES ('a', 'upgrade', 'A table', '204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626', 'b43511b54aca621e4036e9f647d35d6e69394c4f5af02317e5ef6fc606ad3fc1');
COMMIT;

-- ---- Upgrade b: In parts
\echo 'migc: 2 of 2: upgrade b In parts'
BEGIN;

-- [2] migrations/b.mig:2  add column t.x
ALTER TABLE t ADD COLUMN x INTEGER;

COMMIT;

-- [3] migrations/b.mig:3  create index t_name on t: if the next statement fails it leaves an invalid index: DROP INDEX CONCURRENTLY t_name before it is run again

-- [4] migrations/b.mig:3  create index t_name on t
CREATE INDEX CONCURRENTLY t_name ON t (name);

BEGIN;

-- [5] migrations/b.mig:4  require: the table is not empty; it's in use
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

-- [6] migrations/b.mig:5  drop table t
DROP TABLE t;

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
VALUES ('b', 'upgrade', 'In parts', 'ccaa184d9c3993f82bdce16c63013123a8681d7a212f7d35c433a789bda8971f', 'b43511b54aca621e4036e9f647d35d6e69394c4f5af02317e5ef6fc606ad3fc1');
COMMIT;

\set QUIET on
DO $migc$
BEGIN
  PERFORM pg_advisory_unlock(4440029774586726956);
END
$migc$;
\set QUIET :migc_quiet

-- For the ticket
SELECT 'MIGC-RECEIPT 1 postgres base b b43511b54aca 2' AS receipt;
