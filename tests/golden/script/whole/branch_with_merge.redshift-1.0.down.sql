-- Downgrade of an Amazon Redshift database from c to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from c --to base --downgrade --dialect redshift --target-version 1
-- Made for:      redshift (Amazon Redshift 1 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     downgrade
-- From:          c
-- To:            base
-- SHA-256:       e9bbd6cf8fa2be9cb1ee362b5f3ab084c04f24f00e136666d759a2e94f152835 (of this script, with zeros in the place of this number)
-- Takes:         table migc_version in each of its transactions, so that of two runs at the same moment one waits, and then stops
--                of other tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it; run again, the same script goes on from there
-- Outside them:  [2] change type of t.name to varchar(20)
-- Loses data:    [1] drop column t.x
--                [3] drop table t
--
-- Revisions, in the order in which they run:
--   c  Both
--     migrations/c.mig  SHA-256 60b332c3e54b28adbed272219fa89510c92d5742ea95489ce841600691f5c625
--   b1  One branch
--     migrations/b1.mig  SHA-256 dd9b2f33d238a8799eb7a21b3b82d1297d1a742a5b7c2abf4bc31db5f0645f0b
--   b2  Another; with ' and -- in it and a second line
--     migrations/b2.mig  SHA-256 ab7640c7b3c56bb1b43458d3653f9990f7c23c03e5ad2c08c47f05f1c73453bc
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
SELECT 'sp_migc_guard_' || pg_backend_pid()::varchar AS migc_guard \gset
SET migc.done = 0;
SET migc.begun = 0;
SET migc.script = 'e9bbd6cf8fa2be9cb1ee362b5f3ab084c04f24f00e136666d759a2e94f152835';

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
  made_by varchar(64);
  other varchar(128);
BEGIN
  IF strpos(version(), 'Redshift ') = 0 THEN
    stop := 'this script is for Amazon Redshift, and this server is ' || version() || '; nothing was changed' || '. ' || 'Compile it with --dialect for this server.';
    RAISE EXCEPTION '%', stop;
  END IF;
  SELECT count(*) INTO many FROM pg_class c, pg_namespace n
    WHERE c.relnamespace = n.oid AND n.nspname = current_schema() AND c.relname = 'migc_version';
  IF many = 0 THEN
    stop := 'there is no table migc_version, so no migration was recorded in this database, and this script starts at c; nothing was changed' || '. ' || 'Check that this is the right database; `migc compile --from base` makes a script for an empty one.';
    RAISE EXCEPTION '%', stop;
  END IF;
  IF many > 0 THEN
    FOR head IN SELECT version_num FROM migc_version ORDER BY version_num LOOP
      here := here || CASE WHEN here = '' THEN '' ELSE ', ' END || head.version_num;
    END LOOP;
  END IF;
  shown := CASE WHEN here = '' THEN 'base' ELSE here END;
  done := CASE
    WHEN here = 'c' THEN 0
    WHEN here = 'b1, b2' THEN 1
    WHEN here = 'b2' THEN 2
    WHEN here = 'a' THEN 3
    WHEN here = '' THEN 4
  END;
  IF done = 4 THEN
    stop := 'this database is at ' || shown || ' already, where this script leads; nothing was changed' || '. ' || 'There is nothing to do.';
    RAISE EXCEPTION '%', stop;
  END IF;
  IF done IS NULL THEN
    stop := 'this database is at ' || shown || ', and this script starts at c; nothing was changed' || '. ' || 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
    RAISE EXCEPTION '%', stop;
  END IF;
  SELECT count(*) INTO many FROM pg_class c, pg_namespace n
    WHERE c.relnamespace = n.oid AND n.nspname = current_schema() AND c.relname = 'migc_history';
  IF done > 0 AND many > 0 THEN
    SELECT script_sha256 INTO made_by FROM migc_history ORDER BY applied_at DESC, id DESC LIMIT 1;
  END IF;
  IF done > 0 AND (made_by IS NULL OR made_by <> current_setting('migc.script')) THEN
    stop := 'this database is at ' || shown || ', where no run of this script left it; this script starts at c; nothing was changed' || '. ' || 'Compile one with --from ' || replace(shown, ', ', ',') || '.';
    RAISE EXCEPTION '%', stop;
  END IF;
  PERFORM set_config('migc.done', done::varchar, false);
  SELECT count(*) INTO many FROM pg_class c, pg_namespace n
    WHERE c.relnamespace = n.oid AND n.nspname = current_schema() AND c.relname = 'migc_step';
  IF many > 0 THEN
    SELECT min(revision) INTO other FROM migc_step
      WHERE NOT (done = 2 AND revision = 'b2' AND statement_sha256 = 'ebcf9941b105fb86712fb072cf26f0e46325eebb87e1db6e05e080d35992fe19');
    IF other IS NOT NULL THEN
    stop := 'revision ' || other || ' was begun by another script and is not complete; nothing was changed' || '. ' || 'Run that script to its end first; or finish or undo the revision by hand, and empty migc_step.';
    RAISE EXCEPTION '%', stop;
    END IF;
    SELECT count(*) INTO many FROM migc_step;
    IF many > 0 THEN
      PERFORM set_config('migc.begun', '1', false);
    END IF;
  END IF;
  SELECT count(*) INTO many FROM pg_class c, pg_namespace n
    WHERE c.relnamespace = n.oid AND n.nspname = current_schema() AND c.relname = 'migc_history';
  IF many = 0 THEN
    stop := 'there is no table migc_history, in which this script records what it did; nothing was changed' || '. ' || 'Create it, or set `history: false` in migc.yaml and compile again.';
    RAISE EXCEPTION '%', stop;
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

-- ---- Downgrade c: Both
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 4: downgrade c Both'
BEGIN;

-- No key would tell of another run that does the same: it waits here.
LOCK TABLE migc_version;

-- c is done
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  old_rows bigint;
  new_rows bigint;
BEGIN
  SELECT 1, count(CASE WHEN version_num = 'b1' THEN 1 END) INTO old_rows, new_rows FROM migc_version;
  IF old_rows <> 1 OR new_rows <> 0 THEN
    stop := 'table migc_version holds b1 already, so something else changed it while this script ran; revision c is not recorded';
    RAISE EXCEPTION '%', stop;
  END IF;
  INSERT INTO migc_version (version_num) VALUES ('b1');
  SELECT count(CASE WHEN version_num = 'c' THEN 1 END), count(CASE WHEN version_num = 'b2' THEN 1 END) INTO old_rows, new_rows FROM migc_version;
  IF old_rows <> 1 OR new_rows <> 0 THEN
    stop := 'table migc_version no longer holds c, so something else changed it while this script ran; revision c is not recorded';
    RAISE EXCEPTION '%', stop;
  END IF;
  UPDATE migc_version SET version_num = 'b2' WHERE version_num = 'c';
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
VALUES ('c', 'downgrade', 'Both', '60b332c3e54b28adbed272219fa89510c92d5742ea95489ce841600691f5c625', 'e9bbd6cf8fa2be9cb1ee362b5f3ab084c04f24f00e136666d759a2e94f152835', session_user);
COMMIT;

\else
\echo 'migc: c is done already'
\endif

-- ---- Downgrade b1: One branch
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 4: downgrade b1 One branch'
BEGIN;

-- No key would tell of another run that does the same: it waits here.
LOCK TABLE migc_version;

-- [1] migrations/b1.mig:1  drop column t.x
ALTER TABLE t DROP COLUMN x;

-- b1 is done
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  old_rows bigint;
  new_rows bigint;
BEGIN
  SELECT count(CASE WHEN version_num = 'b1' THEN 1 END), 0 INTO old_rows, new_rows FROM migc_version;
  IF old_rows <> 1 OR new_rows <> 0 THEN
    stop := 'table migc_version no longer holds b1, so something else changed it while this script ran; revision b1 is not recorded';
    RAISE EXCEPTION '%', stop;
  END IF;
  DELETE FROM migc_version WHERE version_num = 'b1';
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
VALUES ('b1', 'downgrade', 'One branch', 'dd9b2f33d238a8799eb7a21b3b82d1297d1a742a5b7c2abf4bc31db5f0645f0b', 'e9bbd6cf8fa2be9cb1ee362b5f3ab084c04f24f00e136666d759a2e94f152835', session_user);
COMMIT;

\else
\echo 'migc: b1 is done already'
\endif

-- ---- Downgrade b2: Another; with ' and -- in it and a second line
SELECT current_setting('migc.done')::integer <= 2 AS migc_due \gset
\if :migc_due
\echo 'migc: 3 of 4: downgrade b2 Another; with '' and -- in it and a second line'
-- [2] migrations/b2.mig:2  change type of t.name to varchar(20)
SELECT count(*) = 0 AS migc_due FROM migc_step WHERE revision = 'b2' AND step = 1 AND state = 'done' \gset
\if :migc_due
BEGIN;
LOCK TABLE migc_step;
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  many bigint;
BEGIN
  SELECT count(*) INTO many FROM migc_step WHERE revision = 'b2' AND step = 1;
  IF many > 0 THEN
    stop := 'step [2], change type of t.name to varchar(20), of revision b2, was begun by an earlier run, and nobody knows how far it came' || '. ' || 'If it took effect, say so: UPDATE migc_step SET state = ''done'' WHERE revision = ''b2'' AND step = 1; else DELETE FROM migc_step WHERE revision = ''b2'' AND step = 1. Then run this script again.';
    RAISE EXCEPTION '%', stop;
  END IF;
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b2', 1, 'ebcf9941b105fb86712fb072cf26f0e46325eebb87e1db6e05e080d35992fe19', 'started');
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
COMMIT;
ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(20);
UPDATE migc_step SET state = 'done' WHERE revision = 'b2' AND step = 1;
\endif

SELECT count(*) = 0 AS migc_due FROM migc_step WHERE revision = 'b2' AND step = 2 AND state = 'done' \gset
\if :migc_due
BEGIN;

-- No key would tell of another run that does the same: it waits here.
LOCK TABLE migc_version;

-- b2 is done
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  old_rows bigint;
  new_rows bigint;
BEGIN
  SELECT count(CASE WHEN version_num = 'b2' THEN 1 END), count(CASE WHEN version_num = 'a' THEN 1 END) INTO old_rows, new_rows FROM migc_version;
  IF old_rows <> 1 OR new_rows <> 0 THEN
    stop := 'table migc_version no longer holds b2, so something else changed it while this script ran; revision b2 is not recorded';
    RAISE EXCEPTION '%', stop;
  END IF;
  UPDATE migc_version SET version_num = 'a' WHERE version_num = 'b2';
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
DELETE FROM migc_step WHERE revision = 'b2';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
VALUES ('b2', 'downgrade', 'Another; with '' and -- in it
and a second line', 'ab7640c7b3c56bb1b43458d3653f9990f7c23c03e5ad2c08c47f05f1c73453bc', 'e9bbd6cf8fa2be9cb1ee362b5f3ab084c04f24f00e136666d759a2e94f152835', session_user);
COMMIT;
\endif

\else
\echo 'migc: b2 is done already'
\endif

-- ---- Downgrade a: A table
SELECT current_setting('migc.done')::integer <= 3 AS migc_due \gset
\if :migc_due
\echo 'migc: 4 of 4: downgrade a A table'
BEGIN;

-- No key would tell of another run that does the same: it waits here.
LOCK TABLE migc_version;

-- [3] migrations/a.mig:1  drop table t
DROP TABLE t;

-- a is done
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  old_rows bigint;
  new_rows bigint;
BEGIN
  SELECT count(CASE WHEN version_num = 'a' THEN 1 END), 0 INTO old_rows, new_rows FROM migc_version;
  IF old_rows <> 1 OR new_rows <> 0 THEN
    stop := 'table migc_version no longer holds a, so something else changed it while this script ran; revision a is not recorded';
    RAISE EXCEPTION '%', stop;
  END IF;
  DELETE FROM migc_version WHERE version_num = 'a';
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
VALUES ('a', 'downgrade', 'A table', '204fc4a6b1d5dec456c1c9e82897df50ea0f95474527846951d6528e48dda626', 'e9bbd6cf8fa2be9cb1ee362b5f3ab084c04f24f00e136666d759a2e94f152835', session_user);
COMMIT;

\else
\echo 'migc: a is done already'
\endif

-- For the ticket
SELECT 'MIGC-RECEIPT 1 redshift c base e9bbd6cf8fa2 4' AS receipt;
