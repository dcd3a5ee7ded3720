-- Upgrade of a SQL Server database from base to c
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to c --upgrade --dialect mssql --target-version 2019
-- Made for:      mssql (SQL Server 2019 or newer)
-- Apply with:    sqlcmd -S SERVER -d DATABASE -b -f 65001 -i THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            c
-- SHA-256:       dbad3f6a2f918b3fe85e17ff2bfc22a3c5887da3a585889ad2a1ba9e7e990753 (of this script, with zeros in the place of this number)
-- Takes:         application lock "migc dbo.migc_version" of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs (ALTER TABLE: Sch-M, which everybody waits for), until the end of its transaction
-- Transactions:  one for the whole script: a failure leaves nothing behind
--
-- Revisions, in the order in which they run:
--   a  A parent and a child
--     migrations/a.mig  SHA-256 80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d
--   b  A rebuild
--     migrations/b.mig  SHA-256 43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b
--   c  Rows that cascade
--     migrations/c.mig  SHA-256 abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239

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
IF OBJECT_ID(N'dbo.migc_version', N'U') IS NOT NULL
BEGIN
IF (SELECT COUNT(*) FROM dbo.migc_version) = 1 AND (SELECT COUNT(*) FROM dbo.migc_version WHERE version_num IN (N'c')) = 1
  THROW 50000, N'this database is at c already, where this script leads; nothing was changed', 1;
SET @here = STUFF((SELECT N', ' + version_num FROM dbo.migc_version ORDER BY version_num
  FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(1500)'), 1, 2, N'');
IF NOT (NOT EXISTS (SELECT 1 FROM dbo.migc_version))
BEGIN
  SET @message = N'this database is at ' + REPLACE(ISNULL(@here, N'base'), N'%', N'%%') + N', and this script starts at base; nothing was changed';
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
IF HAS_PERMS_BY_NAME(QUOTENAME(DB_NAME()), N'DATABASE', N'CREATE TABLE') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not create tables in this database; nothing was changed';
  THROW 50000, @message, 1;
END;
IF SCHEMA_ID(SCHEMA_NAME()) IS NOT NULL AND HAS_PERMS_BY_NAME(QUOTENAME(SCHEMA_NAME()), N'SCHEMA', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not create anything in the default schema; nothing was changed';
  THROW 50000, @message, 1;
END;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade a: A parent and a child
PRINT N'migc: 1 of 3: upgrade a A parent and a child';
GO
BEGIN TRANSACTION;
GO

-- Bookkeeping: the revisions that this database is at, and what was done when.
IF OBJECT_ID(N'dbo.migc_version', N'U') IS NULL
CREATE TABLE dbo.migc_version (
  version_num NVARCHAR(128) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT migc_version_pkey PRIMARY KEY
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF OBJECT_ID(N'dbo.migc_history', N'U') IS NULL
CREATE TABLE dbo.migc_history (
  id BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT migc_history_pkey PRIMARY KEY,
  revision NVARCHAR(128) NOT NULL,
  direction NVARCHAR(9) NOT NULL,
  message NVARCHAR(MAX) NOT NULL,
  source_sha256 CHAR(64) NOT NULL,
  script_sha256 CHAR(64) NOT NULL,
  applied_at DATETIMEOFFSET NOT NULL DEFAULT SYSDATETIMEOFFSET(),
  applied_by NVARCHAR(128) NOT NULL DEFAULT ORIGINAL_LOGIN()
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [1] migrations/a.mig:2  create table p
CREATE TABLE dbo.p (
  id INT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  CONSTRAINT p_pkey PRIMARY KEY (id)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [2] migrations/a.mig:3  create table c
CREATE TABLE dbo.c (
  id INT NOT NULL,
  p_id INT NOT NULL,
  CONSTRAINT c_pkey PRIMARY KEY (id),
  CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES dbo.p (id) ON DELETE CASCADE
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- a is done
INSERT INTO dbo.migc_version (version_num)
SELECT N'a' WHERE NOT EXISTS (SELECT 1 FROM dbo.migc_version WHERE version_num = N'a');
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version holds a already, so something else changed it while this script ran; revision a is not recorded', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'a', N'upgrade', N'A parent and a child', '80286d6aec64243b0c1dba25676ef2fd7b4817dc5d85f3b3f48c4ca70bc0f32d', 'dbad3f6a2f918b3fe85e17ff2bfc22a3c5887da3a585889ad2a1ba9e7e990753');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
-- ---- Upgrade b: A rebuild
PRINT N'migc: 2 of 3: upgrade b A rebuild';
GO
-- [3] migrations/b.mig:1  change type of p.kind to integer
ALTER TABLE dbo.p ADD migc_new_kind INT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [4] migrations/b.mig:1  change type of p.kind to integer
UPDATE dbo.p SET migc_new_kind = LEN(kind);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [5] migrations/b.mig:1  change type of p.kind to integer
ALTER TABLE dbo.p DROP COLUMN kind;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [6] migrations/b.mig:1  change type of p.kind to integer
DECLARE @failed INT;
EXEC @failed = sys.sp_rename @objname = N'dbo.p.migc_new_kind', @newname = N'kind', @objtype = N'COLUMN';
IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [7] migrations/b.mig:1  change type of p.kind to integer
ALTER TABLE dbo.p ALTER COLUMN kind INT NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- b is done
UPDATE dbo.migc_version SET version_num = N'b' WHERE version_num = N'a';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds a, so something else changed it while this script ran; revision b is not recorded', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'b', N'upgrade', N'A rebuild', '43cafa5f39d18efe78c749aebcbf95658bcd9929d46f17eb7e8ff2c067c5cd2b', 'dbad3f6a2f918b3fe85e17ff2bfc22a3c5887da3a585889ad2a1ba9e7e990753');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
-- ---- Upgrade c: Rows that cascade
PRINT N'migc: 3 of 3: upgrade c Rows that cascade';
GO
-- [8] migrations/c.mig:1  delete rows of p
DELETE FROM dbo.p WHERE kind = 0;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- c is done
UPDATE dbo.migc_version SET version_num = N'c' WHERE version_num = N'b';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds b, so something else changed it while this script ran; revision c is not recorded', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'c', N'upgrade', N'Rows that cascade', 'abac1fb6ff6dbd56b43f95a8e08fa0753898980db0efce6faa75376373981239', 'dbad3f6a2f918b3fe85e17ff2bfc22a3c5887da3a585889ad2a1ba9e7e990753');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- For the ticket
SELECT N'MIGC-RECEIPT 1 mssql base c dbad3f6a2f91 3' AS receipt;
GO
SET NOEXEC OFF;
GO
IF @@TRANCOUNT <> 0 ROLLBACK TRANSACTION;
IF APPLOCK_MODE(N'public', N'migc dbo.migc_version', N'Session') <> N'NoLock'
  EXEC sys.sp_releaseapplock @Resource = N'migc dbo.migc_version', @LockOwner = N'Session';
GO
