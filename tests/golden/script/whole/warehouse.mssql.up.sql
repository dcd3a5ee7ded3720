-- Upgrade of a SQL Server database from base to b
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to b --upgrade --dialect mssql --target-version 2019 --idempotent
-- Made for:      mssql (SQL Server 2019 or newer)
-- Apply with:    sqlcmd -S SERVER -d DATABASE -b -f 65001 -i THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            b
-- SHA-256:       ac470b773a4ed6996dcb1240e2ab7ee55f97cce06aa281f27f452fd6bb43a04c (of this script, with zeros in the place of this number)
-- Takes:         application lock "migc dbo.migc_version" of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs (ALTER TABLE: Sch-M, which everybody waits for), until the end of its transaction
-- Transactions:  one for each revision: a failure leaves the revisions before it, and nothing of its own; run again, the same script goes on from there
--
-- Revisions, in the order in which they run:
--   a  A table
--     migrations/a.mig  SHA-256 b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62
--   b  A wider text
--     migrations/b.mig  SHA-256 0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532

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
SET @here = STUFF((SELECT N', ' + version_num FROM dbo.migc_version ORDER BY version_num
  FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(1500)'), 1, 2, N'');
END;
DECLARE @done INT = (SELECT done FROM (VALUES
  (0, N'base'),
  (1, N'a'),
  (2, N'b')) AS way (done, heads)
  WHERE heads COLLATE Latin1_General_BIN2 = ISNULL(@here, N'base'));
IF @done IS NULL
BEGIN
  SET @message = N'this database is at ' + REPLACE(ISNULL(@here, N'base'), N'%', N'%%') + N', which is not on the way from base to b; nothing was changed';
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

-- ---- Upgrade a: A table
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0)
  PRINT N'migc: a is done already, and is passed over';
GO
PRINT N'migc: 1 of 2: upgrade a A table';
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

-- [1] migrations/a.mig:3  create table t
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  EXEC (N'CREATE TABLE dbo.t (
  id INT NOT NULL,
  name VARCHAR(20) NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [2] migrations/a.mig:4  require: table t has rows
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  EXEC (N'DECLARE @message NVARCHAR(2048) = REPLACE(N''table t has rows'', N''%'', N''%%'');
IF NOT EXISTS (SELECT 1 FROM (
SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END from t
) AS answer (value)
  HAVING COUNT(*) = 1 AND MIN(CAST(value AS INT)) = 1)
  THROW 50000, @message, 1');
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- [3] migrations/a.mig:5  insert 2 rows into t
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  EXEC (N'INSERT INTO dbo.t (id, name) VALUES
  (1, N''a''),
  (2, N''b'')');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- a is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
BEGIN
INSERT INTO dbo.migc_version (version_num)
SELECT N'a' WHERE NOT EXISTS (SELECT 1 FROM dbo.migc_version WHERE version_num = N'a');
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version holds a already, so something else changed it while this script ran; revision a is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'a', N'upgrade', N'A table', 'b8daba0a10c2a721bbbdb7e0f8ae84f451fce138e22d860f8a36e3b21ca2ff62', 'ac470b773a4ed6996dcb1240e2ab7ee55f97cce06aa281f27f452fd6bb43a04c');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade b: A wider text
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1)
  PRINT N'migc: b is done already, and is passed over';
GO
PRINT N'migc: 2 of 2: upgrade b A wider text';
GO
BEGIN TRANSACTION;
GO

-- [4] migrations/b.mig:3  set timeouts: SQL Server limits no statement; sqlcmd -t SECONDS does

-- [5] migrations/b.mig:4  add column t.x
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'ALTER TABLE dbo.t ADD x INT NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [6] migrations/b.mig:5  change type of t.name to varchar(40)
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'ALTER TABLE dbo.t ALTER COLUMN name VARCHAR(40) NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [7] migrations/b.mig:6  require: the table's rows
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'DECLARE @message NVARCHAR(2048) = REPLACE(N''the table''''s rows'', N''%'', N''%%'');
IF NOT EXISTS (SELECT 1 FROM (
SELECT CASE WHEN count(*) = 2 THEN 1 ELSE 0 END from t
) AS answer (value)
  HAVING COUNT(*) = 1 AND MIN(CAST(value AS INT)) = 1)
  THROW 50000, @message, 1');
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- b is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
BEGIN
UPDATE dbo.migc_version SET version_num = N'b' WHERE version_num = N'a';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds a, so something else changed it while this script ran; revision b is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'b', N'upgrade', N'A wider text', '0fb8026edf616a2e9d2f67a0ebfdec5a500c30b532c18fb7e6f30838a7120532', 'ac470b773a4ed6996dcb1240e2ab7ee55f97cce06aa281f27f452fd6bb43a04c');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- For the ticket
SELECT N'MIGC-RECEIPT 1 mssql base b ac470b773a4e 2' AS receipt;
GO
SET NOEXEC OFF;
GO
IF @@TRANCOUNT <> 0 ROLLBACK TRANSACTION;
IF APPLOCK_MODE(N'public', N'migc dbo.migc_version', N'Session') <> N'NoLock'
  EXEC sys.sp_releaseapplock @Resource = N'migc dbo.migc_version', @LockOwner = N'Session';
GO
