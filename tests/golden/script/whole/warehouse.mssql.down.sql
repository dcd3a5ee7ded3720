-- Downgrade of a SQL Server database from b to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect mssql --target-version 2019 --idempotent
-- Made for:      mssql (SQL Server 2019 or newer)
-- Apply with:    sqlcmd -S SERVER -d DATABASE -b -f 65001 -i THIS_FILE
-- Direction:     downgrade
-- From:          b
-- To:            base
-- SHA-256:       75e6dd1f94b2ce1169d46bec511d690a6a4b073543d2ccaf6d32799fc5ba9754 (of this script, with zeros in the place of this number)
-- Takes:         application lock "migc dbo.migc_version" of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs (ALTER TABLE: Sch-M, which everybody waits for), until the end of its transaction
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own; run again, the same script goes on from there
-- Loses data:    [1] change type of t.name to varchar(20)
--                [2] drop column t.x
--                [4] drop table t
--
-- Revisions, in the order in which they run:
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62

:on error exit
GO
:setvar migc_sqlcmd "on"
GO
IF N'$(migc_sqlcmd)' <> N'on'
BEGIN
  RAISERROR (N'this script needs SQLCMD mode: run it with sqlcmd, or switch the mode on in the menu Query of SSMS', 16, 1);
  SET NOEXEC ON;
END;
GO
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
SET ANSI_PADDING ON;
SET ANSI_WARNINGS ON;
SET ARITHABORT ON;
SET CONCAT_NULL_YIELDS_NULL ON;
SET NOCOUNT ON;
SET XACT_ABORT ON;
SET NUMERIC_ROUNDABORT OFF;
SET IMPLICIT_TRANSACTIONS OFF;
GO

-- One script of migc at a time. The lock goes with the session, however that ends.
IF @@TRANCOUNT <> 0
  THROW 50000, N'this script makes its own transactions, and one is open already; nothing was changed', 1;
DECLARE @lock INT;
EXEC @lock = sys.sp_getapplock @Resource = N'migc dbo.migc_version', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;
IF @lock < 0
BEGIN
  RAISERROR (N'another session is applying migrations to this database; waiting until it has ended', 0, 1) WITH NOWAIT;
  EXEC @lock = sys.sp_getapplock @Resource = N'migc dbo.migc_version', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = -1;
END;
IF @lock < 0 THROW 50000, N'the lock of the migrations could not be had; nothing was changed', 1;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- Guards: when one of them stops the script, nothing was changed.
DECLARE @message NVARCHAR(2048), @here NVARCHAR(1500), @other NVARCHAR(128);
IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (6, 11)
  THROW 50000, N'this script is for SQL Server, and this server is Azure Synapse; nothing was changed', 1;
IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) NOT IN (5, 8)
  AND CAST(SERVERPROPERTY(N'ProductMajorVersion') AS INT) < 15
BEGIN
  SET @message = N'this script is for SQL Server 2019 or newer, and this server is version ' + REPLACE(CAST(SERVERPROPERTY(N'ProductVersion') AS NVARCHAR(128)), N'%', N'%%') + N'; nothing was changed';
  THROW 50000, @message, 1;
END;
IF DB_NAME() IN (N'master', N'model', N'msdb', N'tempdb')
BEGIN
  SET @message = N'this is the system database ' + REPLACE(DB_NAME(), N'%', N'%%') + N'; name the one that is meant, with sqlcmd -d or USE; nothing was changed';
  THROW 50000, @message, 1;
END;
IF OBJECT_ID(N'dbo.migc_version', N'U') IS NULL
  THROW 50000, N'there is no table migc_version, so no migration was recorded in this database, and this script starts at b; nothing was changed', 1;
IF OBJECT_ID(N'dbo.migc_version', N'U') IS NOT NULL
BEGIN
SET @here = STUFF((SELECT N', ' + version_num FROM dbo.migc_version ORDER BY version_num
  FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(1500)'), 1, 2, N'');
END;
DECLARE @done INT = (SELECT done FROM (VALUES
  (0, N'b'),
  (1, N'a'),
  (2, N'base')) AS way (done, heads)
  WHERE heads COLLATE Latin1_General_BIN2 = ISNULL(@here, N'base'));
IF @done IS NULL
BEGIN
  SET @message = N'this database is at ' + REPLACE(ISNULL(@here, N'base'), N'%', N'%%') + N', which is not on the way from b to base; nothing was changed';
  THROW 50000, @message, 1;
END;
EXEC sys.sp_set_session_context @key = N'migc_done', @value = @done;
IF OBJECT_ID(N'dbo.migc_step', N'U') IS NOT NULL
BEGIN
  SELECT @other = MIN(begun.revision) FROM dbo.migc_step AS begun;
END;
IF @other IS NOT NULL
BEGIN
  SET @message = N'revision ' + REPLACE(@other, N'%', N'%%') + N' was begun by another script and is not complete: run that one to its end first, or finish or undo the revision by hand and empty dbo.migc_step; nothing was changed';
  THROW 50000, @message, 1;
END;
IF OBJECT_ID(N'dbo.migc_history', N'U') IS NULL
  THROW 50000, N'there is no table migc_history, in which this script records what it did; nothing was changed', 1;
IF OBJECT_ID(N't') IS NOT NULL AND HAS_PERMS_BY_NAME(N't', N'OBJECT', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not change t, as this script does; nothing was changed';
  THROW 50000, @message, 1;
END;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade b: A wider text
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0)
  PRINT N'migc: b is done already, and is passed over';
GO
PRINT N'migc: 1 of 2: downgrade b A wider text';
GO
BEGIN TRANSACTION;
GO

-- [1] migrations/b.mig:5  change type of t.name to varchar(20)
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  EXEC (N'ALTER TABLE dbo.t ALTER COLUMN name VARCHAR(20) NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [2] migrations/b.mig:4  drop column t.x
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  EXEC (N'ALTER TABLE dbo.t DROP COLUMN x');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- b is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
BEGIN
UPDATE dbo.migc_version SET version_num = N'a' WHERE version_num = N'b';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds b, so something else changed it while this script ran; revision b is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'b', N'downgrade', N'A wider text', '0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532', '75e6dd1f94b2ce1169d46bec511d690a6a4b073543d2ccaf6d32799fc5ba9754');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade a: A table
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1)
  PRINT N'migc: a is done already, and is passed over';
GO
PRINT N'migc: 2 of 2: downgrade a A table';
GO
BEGIN TRANSACTION;
GO

-- [3] migrations/a.mig:5  delete rows of t
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'DELETE FROM dbo.t WHERE id IN (1, 2)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [4] migrations/a.mig:3  drop table t
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'DROP TABLE dbo.t');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- a is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
BEGIN
DELETE FROM dbo.migc_version WHERE version_num = N'a';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds a, so something else changed it while this script ran; revision a is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'a', N'downgrade', N'A table', 'b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62', '75e6dd1f94b2ce1169d46bec511d690a6a4b073543d2ccaf6d32799fc5ba9754');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- For the ticket
SELECT N'MIGC-RECEIPT 1 mssql b base 75e6dd1f94b2 2' AS receipt;
GO
SET NOEXEC OFF;
GO
IF @@TRANCOUNT <> 0 ROLLBACK TRANSACTION;
IF APPLOCK_MODE(N'public', N'migc dbo.migc_version', N'Session') <> N'NoLock'
  EXEC sys.sp_releaseapplock @Resource = N'migc dbo.migc_version', @LockOwner = N'Session';
GO
