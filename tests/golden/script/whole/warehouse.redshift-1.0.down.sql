-- Downgrade of an Amazon Redshift database from b to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect redshift --target-version 1 --idempotent
-- Made for:      redshift (Amazon Redshift 1 or newer)
-- Apply with:    psql -d DATABASE -f THIS_FILE
-- Direction:     downgrade
-- From:          b
-- To:            base
-- SHA-256:       a56898b15103ec8f565c2e70d9c728a693da4fcdbca802628e53b411bf7ed8da (of this script, with zeros in the place of this number)
-- Takes:         table migc_version in each of its transactions, so that of two runs at the same moment one waits, and then stops
--                of other tables, what each statement needs, until the end of its transaction
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it; run again, the same script goes on from there
-- Outside them:  [1] change type of t.name to varchar(20)
-- Loses data:    [2] drop column t.x
--                [4] drop table t
--
-- Revisions, in the order in which they run:
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62

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
SET migc.script = 'a56898b15103ec8f565c2e70d9c728a693da4fcdbca802628e53b411bf7ed8da';

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
  IF many = 0 THEN
    stop := 'there is no table migc_version, so no migration was recorded in this database, and this script starts at b; nothing was changed' || '. ' || 'Check that this is the right database; `migc compile --from base` makes a script for an empty one.';
    RAISE EXCEPTION '%', stop;
  END IF;
  IF many > 0 THEN
    FOR head IN SELECT version_num FROM migc_version ORDER BY version_num LOOP
      here := here || CASE WHEN here = '' THEN '' ELSE ', ' END || head.version_num;
    END LOOP;
  END IF;
  shown := CASE WHEN here = '' THEN 'base' ELSE here END;
  done := CASE
    WHEN here = 'b' THEN 0
    WHEN here = 'a' THEN 1
    WHEN here = '' THEN 2
  END;
  IF done IS NULL THEN
    stop := 'this database is at ' || shown || ', which is not on the way from b to base; nothing was changed' || '. ' || 'Check that this is the right database; a script for it is compiled with --from ' || replace(shown, ', ', ',') || '.';
    RAISE EXCEPTION '%', stop;
  END IF;
  PERFORM set_config('migc.done', done::varchar, false);
  SELECT count(*) INTO many FROM pg_class c, pg_namespace n
    WHERE c.relnamespace = n.oid AND n.nspname = current_schema() AND c.relname = 'migc_step';
  IF many > 0 THEN
    SELECT min(revision) INTO other FROM migc_step
      WHERE NOT (done = 0 AND revision = 'b' AND statement_sha256 = 'c43dedede1e9b0f1fb1478e4e8a6c424fa7a4113eb17291cced3debccd34aef8');
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

-- ---- Downgrade b: A wider text
SELECT current_setting('migc.done')::integer <= 0 AS migc_due \gset
\if :migc_due
\echo 'migc: 1 of 2: downgrade b A wider text'
-- [1] migrations/b.mig:5  change type of t.name to varchar(20)
SELECT count(*) = 0 AS migc_due FROM migc_step WHERE revision = 'b' AND step = 1 AND state = 'done' \gset
\if :migc_due
BEGIN;
LOCK TABLE migc_step;
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  many bigint;
BEGIN
  SELECT count(*) INTO many FROM migc_step WHERE revision = 'b' AND step = 1;
  IF many > 0 THEN
    stop := 'step [1], change type of t.name to varchar(20), of revision b, was begun by an earlier run, and nobody knows how far it came' || '. ' || 'If it took effect, say so: UPDATE migc_step SET state = ''done'' WHERE revision = ''b'' AND step = 1; else DELETE FROM migc_step WHERE revision = ''b'' AND step = 1. Then run this script again.';
    RAISE EXCEPTION '%', stop;
  END IF;
  INSERT INTO migc_step (revision, step, statement_sha256, state)
VALUES ('b', 1, 'c43dedede1e9b0f1fb1478e4e8a6c424fa7a4113eb17291cced3debccd34aef8', 'started');
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
COMMIT;
ALTER TABLE t ALTER COLUMN name TYPE VARCHAR(20);
UPDATE migc_step SET state = 'done' WHERE revision = 'b' AND step = 1;
\endif

SELECT count(*) = 0 AS migc_due FROM migc_step WHERE revision = 'b' AND step = 2 AND state = 'done' \gset
\if :migc_due
BEGIN;

-- No key would tell of another run that does the same: it waits here.
LOCK TABLE migc_version;

-- [2] migrations/b.mig:4  drop column t.x
ALTER TABLE t DROP COLUMN x;

-- b is done
CREATE OR REPLACE PROCEDURE :migc_guard() AS $migc$
DECLARE
  stop varchar(65535);
  old_rows bigint;
  new_rows bigint;
BEGIN
  SELECT count(CASE WHEN version_num = 'b' THEN 1 END), count(CASE WHEN version_num = 'a' THEN 1 END) INTO old_rows, new_rows FROM migc_version;
  IF old_rows <> 1 OR new_rows <> 0 THEN
    stop := 'table migc_version no longer holds b, so something else changed it while this script ran; revision b is not recorded';
    RAISE EXCEPTION '%', stop;
  END IF;
  UPDATE migc_version SET version_num = 'a' WHERE version_num = 'b';
END;
$migc$ LANGUAGE plpgsql;
CALL :migc_guard();
DROP PROCEDURE :migc_guard();
DELETE FROM migc_step WHERE revision = 'b';
INSERT INTO migc_history (revision, direction, message, source_sha256, script_sha256, applied_by)
VALUES ('b', 'downgrade', 'A wider text', '0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532', 'a56898b15103ec8f565c2e70d9c728a693da4fcdbca802628e53b411bf7ed8da', session_user);
COMMIT;
\endif

\else
\echo 'migc: b is done already'
\endif

-- ---- Downgrade a: A table
SELECT current_setting('migc.done')::integer <= 1 AS migc_due \gset
\if :migc_due
\echo 'migc: 2 of 2: downgrade a A table'
BEGIN;

-- No key would tell of another run that does the same: it waits here.
LOCK TABLE migc_version;

-- [3] migrations/a.mig:5  delete rows of t
DELETE FROM t WHERE id IN (1, 2);

-- [4] migrations/a.mig:3  drop table t
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
VALUES ('a', 'downgrade', 'A table', 'b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62', 'a56898b15103ec8f565c2e70d9c728a693da4fcdbca802628e53b411bf7ed8da', session_user);
COMMIT;

\else
\echo 'migc: a is done already'
\endif

-- For the ticket
SELECT 'MIGC-RECEIPT 1 redshift b base a56898b15103 2' AS receipt;
