-- Upgrade of an Amazon Redshift database from base to b
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect redshift --target-version 1 --idempotent
-- Made for:      redshift (Amazon Redshift 1 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            b
-- SHA-256:       4c45faf02ce76bd994ef8b347a3bc357e045b47ec7a7ee7f694b00e1967ea170 (of this script, with zeros in the place of this number)
-- Takes:         table migc_version in each of its transactions, so that of two runs at the same moment one waits, and then stops
--                of other tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it; run again, the same script goes on from there
-- Outside them:  [6] change type of t.name to varchar(40)
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
SELECT 'sp_migc_guard_' || pg_backend_pid()::varchar AS migc_guard \gset
SET migc.done = 0;
SET migc.begun = 0;
SET migc.script = '4c45faf02ce76bd994ef8b347a3bc357e045b47ec7a7ee7f694b00e1967ea170';

-- The script makes its own transactions: where one is open already, COMMIT is refused here. Run psql without
-- --single-transaction (-1); `migc compile --single-transaction` makes a script that is one transaction.
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
BEGIN
  COMMIT;
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();

-- Guards: when one of them stops the script, nothing was changed.
BEGIN;
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  head record;
  here varchar(65535) := '';
  shown varchar(65535);
  done integer;
  many bigint;
  other varchar(128);
BEGIN
  IF strpos(version(), 'Redshift ') = 0 THEN
    stop := 'this script is for Amazon Redshift, and this server is ' || version() || '; nothing was changed' || '. ' || 'Compile it with --dialect for this server.';
    RAISE EXCEPTION '%', stop;
  END IF;
  SELECT count(*) INTO many FROM pg_class c, pg_namespace n
    WHERE c.relnamespace = n.oid AND n.nspname = current_schema() AND c.relname = 'migc_version';
  IF many > 0 THEN
    FOR head IN SELECT version_num FROM migc_version ORDER BY version_num LOOP
      here := here || CASE WHEN here = '' THEN '' ELSE ', ' END || head.version_num;
    END LOOP;
  END IF;
  shown := CASE WHEN here = '' THEN 'base' ELSE here END;
  done := CASE
    WHEN here = '' THEN 0
    WHEN here = 'a' THEN 1
    WHEN here = 'b' THEN 2
  END;
  IF done IS NULL THEN
    stop := 'this database is at ' || shown || ', which is not on the way from base to b; nothing was changed' || '. ' || 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
    RAISE EXCEPTION '%', stop;
  END IF;
  PERFORM set_config('migc.done', done::varchar, false);
  SELECT count(*) INTO many FROM pg_class c, pg_namespace n
    WHERE c.relnamespace = n.oid AND n.nspname = current_schema() AND c.relname = 'migc_step';
  IF many > 0 THEN
    SELECT min(revision) INTO other FROM migc_step
      WHERE NOT (done = 1 AND revision = 'b' AND statement_sha256 = '1d46fe6d9e705ada0726e8d72c885bc1dbb27aff4fb2fd5e5afced1cb909b007');
    IF other IS NOT NULL THEN
    stop := 'revision ' || other || ' was begun by another script and is not complete; nothing was changed' || '. ' || 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
    RAISE EXCEPTION '%', stop;
    END IF;
    SELECT count(*) INTO many FROM migc_step;
    IF many > 0 THEN
      PERFORM set_config('migc.begun', '1', false);
    END IF;
  END IF;
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
COMMIT;

-- The ledger: what was done outside transactions, while its revision is not complete.
CREATE TABLE IF NOT EXISTS migc_step (
  revision varchar(128) NOT NULL,
  step integer NOT NULL,
  statement_sha256 char(64) NOT NULL,
  state varchar(7) NOT NULL,
  PRIMARY KEY (revision, step)
);

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
  id bigint IDENTITY(1, 1) NOT NULL PRIMARY KEY,
  revision varchar(128) NOT NULL,
  direction varchar(9) NOT NULL,
  message varchar(65535) NOT NULL,
  source_sha256 char(64) NOT NULL,
  script_sha256 char(64) NOT NULL,
  applied_at timestamp NOT NULL DEFAULT SYSDATE,
  applied_by varchar(128) NOT NULL
);

-- No key would tell of another run that does the same: it waits here.
LOCK TABLE migc_version;

-- [1] migrations/a.mig:3  create table t
CREATE TABLE t (
  id INTEGER NOT NULL,
  name VARCHAR(20),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- [2] migrations/a.mig:4  require: table t has rows
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  answer boolean;
BEGIN
  EXECUTE $require$
select count(*) = 0 from t
$require$ INTO answer;
  IF answer IS NULL OR NOT answer THEN
    stop := 'table t has rows' || '. ' || 'Required by migrations/a.mig:4, in revision a.';
    RAISE EXCEPTION '%', stop;
  END IF;
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();

-- [3] migrations/a.mig:5  insert 2 rows into t
INSERT INTO t (id, name) VALUES
  (1, 'a'),
  (2, 'b');

-- a is done
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  old_rows bigint;
  new_rows bigint;
BEGIN
  SELECT 1, count(CASE WHEN version_num = 'a' THEN 1 END) INTO old_rows, new_rows FROM migc_version;
  IF old_rows <> 1 OR new_rows <> 0 THEN
    stop := 'table migc_version holds a already, so something else changed it while this script ran; revision a is not recorded';
    RAISE EXCEPTION '%', stop;
  END IF;
  INSERT INTO migc_version (version_num) VALUES ('a');
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
VALUES ('a', 'upgrade', 'A table', 'b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62', '4c45faf02ce76bd994ef8b347a3bc357e045b47ec7a7ee7f694b00e1967ea170', session_user);
COMMIT;

\else
\echo 'migc: a is done already'
\endif

-- ---- Upgrade b: A wider text
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 2: upgrade b A wider text'
SELECT count(*) = 0 AS migc_due FROM migc_step WHERE revision = 'b' AND step = 1 AND state = 'done' \gset
\if :migc_due
BEGIN;

-- No key would tell of another run that does the same: it waits here.
LOCK TABLE migc_version;

-- [4] migrations/b.mig:3  set timeouts
SET statement_timeout = 10000;

-- [5] migrations/b.mig:4  add column t.x
ALTER TABLE t ADD COLUMN x INTEGER;

CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  many bigint;
BEGIN
  SELECT count(*) INTO many FROM migc_step WHERE revision = 'b' AND step = 1;
  IF many > 0 THEN
    stop := 'another run did this part of revision b at the same moment' || '. ' || 'Let it come to its end.';
    RAISE EXCEPTION '%', stop;
  END IF;
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 1, '1d46fe6d9e705ada0726e8d72c885bc1dbb27aff4fb2fd5e5afced1cb909b007', 'done');
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
COMMIT;
\endif

-- [6] migrations/b.mig:5  change type of t.name to varchar(40)
SELECT count(*) = 0 AS migc_due FROM migc_step WHERE revision = 'b' AND step = 2 AND state = 'done' \gset
\if :migc_due
BEGIN;
LOCK TABLE migc_step;
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  many bigint;
BEGIN
  SELECT count(*) INTO many FROM migc_step WHERE revision = 'b' AND step = 2;
  IF many > 0 THEN
    stop := 'step [6], change type of t.name to varchar(40), of revision b, was begun by an earlier run, and nobody knows how far it came' || '. ' || 'If it took effect, say so: UPDATE migc_step SET state = ''done'' WHERE revision = ''b'' AND step = 2; else DELETE FROM migc_step WHERE revision = ''b'' AND step = 2. Then run this script again.';
    RAISE EXCEPTION '%', stop;
  END IF;
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 2, '1d46fe6d9e705ada0726e8d72c885bc1dbb27aff4fb2fd5e5afced1cb909b007', 'started');
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
COMMIT;
ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(40);
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 2;
\endif

SELECT count(*) = 0 AS migc_due FROM migc_step WHERE revision = 'b' AND step = 3 AND state = 'done' \gset
\if :migc_due
BEGIN;

-- No key would tell of another run that does the same: it waits here.
LOCK TABLE migc_version;

-- [7] migrations/b.mig:6  require: the table's rows
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  answer boolean;
BEGIN
  EXECUTE $require$
select count(*) = 2 from t
$require$ INTO answer;
  IF answer IS NULL OR NOT answer THEN
    stop := 'the table''s rows' || '. ' || 'Required by migrations/b.mig:6, in revision b.';
    RAISE EXCEPTION '%', stop;
  END IF;
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();

-- [8] migrations/b.mig:3  timeouts as before
RESET statement_timeout;

-- b is done
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  old_rows bigint;
  new_rows bigint;
BEGIN
  SELECT count(CASE WHEN version_num = 'a' THEN 1 END), count(CASE WHEN version_num = 'b' THEN 1 END) INTO old_rows, new_rows FROM migc_version;
  IF old_rows <> 1 OR new_rows <> 0 THEN
    stop := 'table migc_version no longer holds a, so something else changed it while this script ran; revision b is not recorded';
    RAISE EXCEPTION '%', stop;
  END IF;
  UPDATE migc_version SET version_num = 'b' WHERE version_num = 'a';
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
DELETE FROM migc_step WHERE revision = 'b';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
VALUES ('b', 'upgrade', 'A wider text', '0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532', '4c45faf02ce76bd994ef8b347a3bc357e045b47ec7a7ee7f694b00e1967ea170', session_user);
COMMIT;
\endif

\else
\echo 'migc: b is done already'
\endif

-- For the ticket
SELECT 'MIGC-RECEIPT 1 redshift base b 4c45faf02ce7 2' AS receipt;
