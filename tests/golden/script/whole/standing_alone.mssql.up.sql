-- Upgrade of a SQL Server database from base to a
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to a --upgrade --dialect mssql --target-version 2019
-- Made for:      mssql (SQL Server 2019 or newer)
-- Apply with:    sqlcmd -S SERVER -d DATABASE -b -f 65001 -i THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            a
-- SHA-256:       13336e1bf16365f4617ab2cdd2da66c90f5ce961fbee49fad8bd7639475d97bc (of this script, with zeros in the place of this number)
-- Takes:         application lock "migc dbo.migc_version" of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs (ALTER TABLE: Sch-M, which everybody waits for), until the end of its transaction
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it; run again, the same script goes on from there
-- Outside them:  [2] insert 1 row into t
--
-- Revisions, in the order in which they run:
--   a  Rows outside of the transaction
--     migrations/a.mig  SHA-256 b433f06eef6666494064df57f1e93432c41eac9dd231af8f16f2159ef89689f7

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
EXEC sys.sp_set_session_context @key = N'migc_script', @value = '13336e1bf16365f4617ab2cdd2da66c90f5ce961fbee49fad8bd7639475d97bc';
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
DECLARE @message NVARCHAR(2048), @here NVARCHAR(1500), @made_by CHAR(64), @other NVARCHAR(128), @begun INT = 0;
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
  (1, N'a')) AS way (done, heads)
  WHERE heads COLLATE Latin1_General_BIN2 = ISNULL(@here, N'base'));
IF @done IS NULL
BEGIN
  SET @message = N'this database is at ' + REPLACE(ISNULL(@here, N'base'), N'%', N'%%') + N', and this script starts at base; nothing was changed';
  THROW 50000, @message, 1;
END;
IF @done = 1
  THROW 50000, N'this database is at a already, where this script leads; nothing was changed', 1;
IF @done > 0 AND OBJECT_ID(N'dbo.migc_history', N'U') IS NOT NULL
  SELECT TOP (1) @made_by = script_sha256 FROM dbo.migc_history ORDER BY id DESC;
IF @done > 0 AND ISNULL(@made_by, '') <> CAST(SESSION_CONTEXT(N'migc_script') AS CHAR(64))
BEGIN
  SET @message = N'this database is at ' + REPLACE(ISNULL(@here, N'base'), N'%', N'%%') + N', where no run of this script left it; this script starts at base; nothing was changed';
  THROW 50000, @message, 1;
END;
EXEC sys.sp_set_session_context @key = N'migc_done', @value = @done;
IF OBJECT_ID(N'dbo.migc_step', N'U') IS NOT NULL
BEGIN
  SELECT @other = MIN(begun.revision) FROM dbo.migc_step AS begun
    WHERE NOT EXISTS (SELECT 1 FROM (VALUES
      (0, N'a', '0d6849ddf2d085610de5470acce162710af3036681d3f43ba22b8f9312312629')) AS known (done, revision, sha256)
      WHERE known.done = @done AND known.revision COLLATE Latin1_General_BIN2 = begun.revision
        AND known.sha256 COLLATE Latin1_General_BIN2 = begun.statement_sha256);
  IF EXISTS (SELECT 1 FROM dbo.migc_step)
    SET @begun = 1;
END;
IF @other IS NOT NULL
BEGIN
  SET @message = N'revision ' + REPLACE(@other, N'%', N'%%') + N' was begun by another script and is not complete: run that one to its end first, or finish or undo the revision by hand and empty dbo.migc_step; nothing was changed';
  THROW 50000, @message, 1;
END;
EXEC sys.sp_set_session_context @key = N'migc_begun', @value = @begun;
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

-- The ledger: which parts of a revision are done, while it is not complete.
IF OBJECT_ID(N'dbo.migc_step', N'U') IS NULL
CREATE TABLE dbo.migc_step (
  revision NVARCHAR(128) COLLATE Latin1_General_BIN2 NOT NULL,
  step INT NOT NULL,
  statement_sha256 CHAR(64) NOT NULL,
  state VARCHAR(7) NOT NULL,
  CONSTRAINT migc_step_pkey PRIMARY KEY (revision, step)
);
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade a: Rows outside of the transaction
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0)
  PRINT N'migc: a is done already, and is passed over';
GO
PRINT N'migc: 1 of 1: upgrade a Rows outside of the transaction';
GO
DECLARE @due INT = CASE WHEN CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  AND NOT EXISTS (SELECT 1 FROM dbo.migc_step WHERE revision = N'a' AND step = 1 AND state = 'done') THEN 1 ELSE 0 END;
EXEC sys.sp_set_session_context @key = N'migc_due', @value = @due;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
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
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
  EXEC (N'CREATE TABLE dbo.t (
  id INT NOT NULL,
  name VARCHAR(20) NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
  INSERT INTO dbo.migc_step (revision, step, statement_sha256, state)
  VALUES (N'a', 1, '0d6849ddf2d085610de5470acce162710af3036681d3f43ba22b8f9312312629', 'done');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- [2] migrations/a.mig:5  insert 1 row into t
DECLARE @due INT = CASE WHEN CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  AND NOT EXISTS (SELECT 1 FROM dbo.migc_step WHERE revision = N'a' AND step = 2 AND state = 'done') THEN 1 ELSE 0 END;
EXEC sys.sp_set_session_context @key = N'migc_due', @value = @due;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
BEGIN
  IF EXISTS (SELECT 1 FROM dbo.migc_step WHERE revision = N'a' AND step = 2)
    THROW 50000, N'step [2], insert 1 row into t, of revision a, was begun by an earlier run, and nobody knows how far it came; if it took effect, say so: UPDATE dbo.migc_step SET state = ''done'' WHERE revision = N''a'' AND step = 2; else DELETE FROM dbo.migc_step WHERE revision = N''a'' AND step = 2; then run this script again', 1;
  INSERT INTO dbo.migc_step (revision, step, statement_sha256, state)
  VALUES (N'a', 2, '0d6849ddf2d085610de5470acce162710af3036681d3f43ba22b8f9312312629', 'started');
END;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
  EXEC (N'INSERT INTO dbo.t (id, name) VALUES (1, N''it''''s'')');
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
  UPDATE dbo.migc_step SET state = 'done' WHERE revision = N'a' AND step = 2;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

DECLARE @due INT = CASE WHEN CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  AND NOT EXISTS (SELECT 1 FROM dbo.migc_step WHERE revision = N'a' AND step = 3 AND state = 'done') THEN 1 ELSE 0 END;
EXEC sys.sp_set_session_context @key = N'migc_due', @value = @due;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
BEGIN TRANSACTION;
GO

-- [3] migrations/a.mig:8  create table u
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
  EXEC (N'CREATE TABLE dbo.u (
  id INT NOT NULL,
  CONSTRAINT u_pkey PRIMARY KEY (id)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- a is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
BEGIN
INSERT INTO dbo.migc_version (version_num)
SELECT N'a' WHERE NOT EXISTS (SELECT 1 FROM dbo.migc_version WHERE version_num = N'a');
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version holds a already, so something else changed it while this script ran; revision a is not recorded', 1;
DELETE FROM dbo.migc_step WHERE revision = N'a';
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'a', N'upgrade', N'Rows outside of the transaction', 'b433f06eef6666494064df57f1e93432c41eac9dd231af8f16f2159ef89689f7', '13336e1bf16365f4617ab2cdd2da66c90f5ce961fbee49fad8bd7639475d97bc');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- For the ticket
SELECT N'MIGC-RECEIPT 1 mssql base a 13336e1bf163 1' AS receipt;
GO
SET NOEXEC OFF;
GO
IF @@TRANCOUNT <> 0 ROLLBACK TRANSACTION;
IF APPLOCK_MODE(N'public', N'migc dbo.migc_version', N'Session') <> N'NoLock'
  EXEC sys.sp_releaseapplock @Resource = N'migc dbo.migc_version', @LockOwner = N'Session';
GO
