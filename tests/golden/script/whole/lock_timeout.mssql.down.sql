-- Downgrade of a SQL Server database from b to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from b --to base --downgrade --dialect mssql --target-version 2019 --lock-timeout 5000
-- Made for:      mssql (SQL Server 2019 or newer)
-- Apply with:    sqlcmd -S SERVER -d DATABASE -b -f 65001 -i THIS_FILE
-- Direction:     downgrade
-- From:          b
-- To:            base
-- SHA-256:       5024b6047e5d0fa1dddf246cd83b62a9313249ff9b665cdd389b41863f5a6216 (of this script, with zeros in the place of this number)
-- Takes:         application lock "migc dbo.migc_version" of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs (ALTER TABLE: Sch-M, which everybody waits for), until the end of its transaction
-- Transactions:  one for the whole script: a failure leaves nothing behind
-- Loses data:    [1] drop column t.x
--                [2] drop table t
--
-- Revisions, in the order in which they run:
--   b  With that of the script
--     migrations/b.mig  SHA-256 f20ae4d0b1b0154a7630b9a280bd5b42a8580c9dc59d42649bea806d21b2710b
--   a  With a timeout of its own
--     migrations/a.mig  SHA-256 108682d7348893ecc1dfe52fa536c8def748a93933b4babdeec442c2da44350b

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
SET LOCK_TIMEOUT 5000;
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
IF NOT EXISTS (SELECT 1 FROM dbo.migc_version)
  THROW 50000, N'this database is at base already, where this script leads; nothing was changed', 1;
SET @here = STUFF((SELECT N', ' + version_num FROM dbo.migc_version ORDER BY version_num
  FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(1500)'), 1, 2, N'');
IF NOT ((SELECT COUNT(*) FROM dbo.migc_version) = 1 AND (SELECT COUNT(*) FROM dbo.migc_version WHERE version_num IN (N'b')) = 1)
BEGIN
  SET @message = N'this database is at ' + REPLACE(ISNULL(@here, N'base'), N'%', N'%%') + N', and this script starts at b; nothing was changed';
  THROW 50000, @message, 1;
END;
END;
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

-- ---- Downgrade b: With that of the script
PRINT N'migc: 1 of 2: downgrade b With that of the script';
GO
BEGIN TRANSACTION;
GO

-- [1] migrations/b.mig:3  drop column t.x
ALTER TABLE dbo.t DROP COLUMN x;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- b is done
UPDATE dbo.migc_version SET version_num = N'a' WHERE version_num = N'b';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds b, so something else changed it while this script ran; revision b is not recorded', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'b', N'downgrade', N'With that of the script', 'f20ae4d0b1b0154a7630b9a280bd5b42a8580c9dc59d42649bea806d21b2710b', '5024b6047e5d0fa1dddf246cd83b62a9313249ff9b665cdd389b41863f5a6216');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
-- ---- Downgrade a: With a timeout of its own
PRINT N'migc: 2 of 2: downgrade a With a timeout of its own';
GO
-- [2] migrations/a.mig:4  drop table t
DROP TABLE dbo.t;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- a is done
DELETE FROM dbo.migc_version WHERE version_num = N'a';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds a, so something else changed it while this script ran; revision a is not recorded', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'a', N'downgrade', N'With a timeout of its own', '108682d7348893ecc1dfe52fa536c8def748a93933b4babdeec442c2da44350b', '5024b6047e5d0fa1dddf246cd83b62a9313249ff9b665cdd389b41863f5a6216');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- For the ticket
SELECT N'MIGC-RECEIPT 1 mssql b base 5024b6047e5d 2' AS receipt;
GO
SET NOEXEC OFF;
GO
IF @@TRANCOUNT <> 0 ROLLBACK TRANSACTION;
IF APPLOCK_MODE(N'public', N'migc dbo.migc_version', N'Session') <> N'NoLock'
  EXEC sys.sp_releaseapplock @Resource = N'migc dbo.migc_version', @LockOwner = N'Session';
GO
