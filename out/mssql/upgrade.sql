-- Upgrade of a SQL Server database from base to 094e5d1732fc
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from base --to 094e5d1732fc --upgrade --dialect mssql --target-version 2019 -D
--                support_email=help@shop.example
-- Made for:      mssql (SQL Server 2019 or newer)
-- Apply with:    sqlcmd -S SERVER -d DATABASE -b -f 65001 -i THIS_FILE
-- Direction:     upgrade
-- From:          base
-- To:            094e5d1732fc
-- SHA-256:       f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896 (of this script, with zeros in the place of this number)
-- Takes:         application lock "migc dbo.migc_version" of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs (ALTER TABLE: Sch-M, which everybody waits for), until the end of its transaction
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it; run again, the same script goes on from there
-- Outside them:  [13] create index customer_name_idx on customer
-- Loses data:    [36] drop column product.old_code
--
-- Revisions, in the order in which they run:
--   1f0c2a7d94b1  Create customers
--     migrations/1f0c2a7d94b1_create_customers.mig  SHA-256 28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711
--   2b8e51c0d3f7  Create the catalog
--     migrations/2b8e51c0d3f7_create_the_catalog.mig  SHA-256 daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1
--   3c94d6e2a815  Create orders
--     migrations/3c94d6e2a815_create_orders.mig  SHA-256 b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19
--   4da7f3b09c26  Add countries
--     migrations/4da7f3b09c26_add_countries.mig  SHA-256 4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0
--     migrations/data/countries.csv  SHA-256 1b134622af6e80edf6a4c0cebb50dcff754bc8fb09ffc318ba380b2db63c4282
--   5e13a8c7f402  Find customers by name without blocking writers
--     migrations/5e13a8c7f402_find_customers_by_name.mig  SHA-256 34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84
--   6f42b9d10e58  Call it display_name
--     migrations/6f42b9d10e58_call_it_display_name.mig  SHA-256 b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6
--   70b5c4e8a963  Prices with four decimals
--     migrations/70b5c4e8a963_prices_with_four_decimals.mig  SHA-256 254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6
--   81c6d5f9ba74  Line totals
--     migrations/81c6d5f9ba74_line_totals.mig  SHA-256 6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada
--   b4f908c2eda7  Shipments
--     migrations/b4f908c2eda7_shipments.mig  SHA-256 c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99
--   92d7e6a0cb85  Invoices
--     migrations/92d7e6a0cb85_invoices.mig  SHA-256 d70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07
--   a3e8f7b1dc96  Find open invoices fast
--     migrations/a3e8f7b1dc96_open_invoices.mig  SHA-256 7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6
--   c50a19d3feb8  Merge billing and shipping
--     migrations/c50a19d3feb8_merge_billing_and_shipping.mig  SHA-256 3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64
--   d61b2ae40fc9  Notes on customers, and who to ask
--     migrations/d61b2ae40fc9_customer_notes.mig  SHA-256 6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83
--   e72c3bf510da  A view of open orders
--     migrations/e72c3bf510da_open_orders_view.mig  SHA-256 522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d
--   f83d4c0621eb  Every order has a channel
--     migrations/f83d4c0621eb_every_order_has_a_channel.mig  SHA-256 f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c
--   094e5d1732fc  Drop the old codes
--     migrations/094e5d1732fc_drop_the_old_codes.mig  SHA-256 cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489

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
EXEC sys.sp_set_session_context @key = N'migc_script', @value = 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896';
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
IF UNICODE(N'é') <> 233
  THROW 50000, N'this file is UTF-8 and was read as something else; use sqlcmd -f 65001; nothing was changed', 1;
IF OBJECT_ID(N'dbo.migc_version', N'U') IS NOT NULL
BEGIN
SET @here = STUFF((SELECT N', ' + version_num FROM dbo.migc_version ORDER BY version_num
  FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(1500)'), 1, 2, N'');
END;
DECLARE @done INT = (SELECT done FROM (VALUES
  (0, N'base'),
  (1, N'1f0c2a7d94b1'),
  (2, N'2b8e51c0d3f7'),
  (3, N'3c94d6e2a815'),
  (4, N'4da7f3b09c26'),
  (5, N'5e13a8c7f402'),
  (6, N'6f42b9d10e58'),
  (7, N'70b5c4e8a963'),
  (8, N'81c6d5f9ba74'),
  (9, N'b4f908c2eda7'),
  (10, N'92d7e6a0cb85, b4f908c2eda7'),
  (11, N'a3e8f7b1dc96, b4f908c2eda7'),
  (12, N'c50a19d3feb8'),
  (13, N'd61b2ae40fc9'),
  (14, N'e72c3bf510da'),
  (15, N'f83d4c0621eb'),
  (16, N'094e5d1732fc')) AS way (done, heads)
  WHERE heads COLLATE Latin1_General_BIN2 = ISNULL(@here, N'base'));
IF @done IS NULL
BEGIN
  SET @message = N'this database is at ' + REPLACE(ISNULL(@here, N'base'), N'%', N'%%') + N', and this script starts at base; nothing was changed';
  THROW 50000, @message, 1;
END;
IF @done = 16
  THROW 50000, N'this database is at 094e5d1732fc already, where this script leads; nothing was changed', 1;
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
      (4, N'5e13a8c7f402', '96f7a9e361799ff9f113a17708e1521415a0aa7ae80992737354fd1dc425fbfe')) AS known (done, revision, sha256)
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

-- ---- Upgrade 1f0c2a7d94b1: Create customers
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0)
  PRINT N'migc: 1f0c2a7d94b1 is done already, and is passed over';
GO
PRINT N'migc: 1 of 16: upgrade 1f0c2a7d94b1 Create customers';
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

-- [1] migrations/1f0c2a7d94b1_create_customers.mig:6  create table customer
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  EXEC (N'CREATE TABLE dbo.customer (
  id BIGINT IDENTITY(1, 1) NOT NULL,
  full_name VARCHAR(200) NOT NULL,
  email VARCHAR(320) NOT NULL,
  is_active BIT NOT NULL CONSTRAINT customer_is_active_default DEFAULT 1,
  created_at DATETIMEOFFSET NOT NULL CONSTRAINT customer_created_at_default DEFAULT SYSDATETIMEOFFSET(),
  CONSTRAINT customer_pkey PRIMARY KEY (id),
  CONSTRAINT customer_email_key UNIQUE (email),
  CONSTRAINT customer_email_has_at CHECK (email LIKE N''%@%'')
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [2] migrations/1f0c2a7d94b1_create_customers.mig:6  comment on table customer
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  EXEC (N'DECLARE @failed INT;
EXEC @failed = sys.sp_addextendedproperty @name = N''MS_Description'', @value = N''One row per person who ever ordered'',
  @level0type = N''SCHEMA'', @level0name = N''dbo'', @level1type = N''TABLE'', @level1name = N''customer'';
IF @failed <> 0 THROW 50000, N''sp_addextendedproperty has failed'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 1f0c2a7d94b1 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
BEGIN
INSERT INTO dbo.migc_version (version_num)
SELECT N'1f0c2a7d94b1' WHERE NOT EXISTS (SELECT 1 FROM dbo.migc_version WHERE version_num = N'1f0c2a7d94b1');
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version holds 1f0c2a7d94b1 already, so something else changed it while this script ran; revision 1f0c2a7d94b1 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'1f0c2a7d94b1', N'upgrade', N'Create customers', '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade 2b8e51c0d3f7: Create the catalog
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1)
  PRINT N'migc: 2b8e51c0d3f7 is done already, and is passed over';
GO
PRINT N'migc: 2 of 16: upgrade 2b8e51c0d3f7 Create the catalog';
GO
BEGIN TRANSACTION;
GO

-- [3] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  create table category
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'CREATE TABLE dbo.category (
  id INT IDENTITY(1, 1) NOT NULL,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT category_pkey PRIMARY KEY (id),
  CONSTRAINT category_name_key UNIQUE (name)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [4] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  create table product
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'CREATE TABLE dbo.product (
  id BIGINT IDENTITY(1, 1) NOT NULL,
  category_id INT NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  price DECIMAL(8,2) NOT NULL,
  old_code VARCHAR(20) NULL,
  description NVARCHAR(MAX) NULL,
  CONSTRAINT product_pkey PRIMARY KEY (id),
  CONSTRAINT product_category_id_fkey FOREIGN KEY (category_id) REFERENCES dbo.category (id),
  CONSTRAINT product_sku_key UNIQUE (sku),
  CONSTRAINT product_price_positive CHECK (price >= 0)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [5] migrations/2b8e51c0d3f7_create_the_catalog.mig:21  create index product_category_id_title_idx on product
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'CREATE INDEX product_category_id_title_idx ON dbo.product (category_id, title)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 2b8e51c0d3f7 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
BEGIN
UPDATE dbo.migc_version SET version_num = N'2b8e51c0d3f7' WHERE version_num = N'1f0c2a7d94b1';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 1f0c2a7d94b1, so something else changed it while this script ran; revision 2b8e51c0d3f7 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'2b8e51c0d3f7', N'upgrade', N'Create the catalog', 'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade 3c94d6e2a815: Create orders
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 2)
  PRINT N'migc: 3c94d6e2a815 is done already, and is passed over';
GO
PRINT N'migc: 3 of 16: upgrade 3c94d6e2a815 Create orders';
GO
BEGIN TRANSACTION;
GO

-- [6] migrations/3c94d6e2a815_create_orders.mig:6  create table order
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 2
  EXEC (N'CREATE TABLE dbo.[order] (
  id BIGINT IDENTITY(1, 1) NOT NULL,
  customer_id BIGINT NOT NULL,
  placed_at DATETIMEOFFSET NOT NULL CONSTRAINT order_placed_at_default DEFAULT SYSDATETIMEOFFSET(),
  status VARCHAR(20) NOT NULL CONSTRAINT order_status_default DEFAULT N''open'',
  CONSTRAINT order_pkey PRIMARY KEY (id),
  CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES dbo.customer (id),
  CONSTRAINT order_status_known CHECK (status IN (N''open'', N''paid'', N''shipped'', N''cancelled''))
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [7] migrations/3c94d6e2a815_create_orders.mig:12  create index order_customer_id_placed_at_idx on order
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 2
  EXEC (N'CREATE INDEX order_customer_id_placed_at_idx ON dbo.[order] (customer_id, placed_at DESC)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [8] migrations/3c94d6e2a815_create_orders.mig:15  create table order_item
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 2
  EXEC (N'CREATE TABLE dbo.order_item (
  order_id BIGINT NOT NULL,
  line SMALLINT NOT NULL,
  product_id BIGINT NOT NULL,
  quantity INT NOT NULL CONSTRAINT order_item_quantity_default DEFAULT 1,
  unit_price DECIMAL(8,2) NOT NULL,
  CONSTRAINT order_item_order_id_fkey FOREIGN KEY (order_id) REFERENCES dbo.[order] (id) ON DELETE CASCADE,
  CONSTRAINT order_item_product_id_fkey FOREIGN KEY (product_id) REFERENCES dbo.product (id),
  CONSTRAINT order_item_pkey PRIMARY KEY (order_id, line),
  CONSTRAINT order_item_quantity_check CHECK (quantity > 0)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 3c94d6e2a815 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 2
BEGIN
UPDATE dbo.migc_version SET version_num = N'3c94d6e2a815' WHERE version_num = N'2b8e51c0d3f7';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 2b8e51c0d3f7, so something else changed it while this script ran; revision 3c94d6e2a815 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 2
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'3c94d6e2a815', N'upgrade', N'Create orders', 'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade 4da7f3b09c26: Add countries
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3)
  PRINT N'migc: 4da7f3b09c26 is done already, and is passed over';
GO
PRINT N'migc: 4 of 16: upgrade 4da7f3b09c26 Add countries';
GO
BEGIN TRANSACTION;
GO

-- [9] migrations/4da7f3b09c26_add_countries.mig:6  create table country
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
  EXEC (N'CREATE TABLE dbo.country (
  code CHAR(2) NOT NULL,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT country_pkey PRIMARY KEY (code)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [10] migrations/4da7f3b09c26_add_countries.mig:10  insert 5 rows into country
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
  EXEC (N'INSERT INTO dbo.country (code, name) VALUES
  (N''DE'', N''Germany''),
  (N''FR'', N''France''),
  (N''GB'', N''United Kingdom''),
  (N''US'', N''United States''),
  (N''CI'', N''Côte d''''Ivoire'')');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [11] migrations/4da7f3b09c26_add_countries.mig:11  insert 2 rows into country
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
  EXEC (N'INSERT INTO dbo.country (code, name) VALUES
  (N''CH'', N''Switzerland''),
  (N''AT'', N''Austria'')');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [12] migrations/4da7f3b09c26_add_countries.mig:15  add column customer.country_code
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
  EXEC (N'ALTER TABLE dbo.customer ADD
  country_code CHAR(2) NULL,
  CONSTRAINT customer_country_code_fkey FOREIGN KEY (country_code) REFERENCES dbo.country (code)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 4da7f3b09c26 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
BEGIN
UPDATE dbo.migc_version SET version_num = N'4da7f3b09c26' WHERE version_num = N'3c94d6e2a815';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 3c94d6e2a815, so something else changed it while this script ran; revision 4da7f3b09c26 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'4da7f3b09c26', N'upgrade', N'Add countries', '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade 5e13a8c7f402: Find customers by name without blocking writers
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 4)
  PRINT N'migc: 5e13a8c7f402 is done already, and is passed over';
GO
PRINT N'migc: 5 of 16: upgrade 5e13a8c7f402 Find customers by name without blocking writers';
GO
-- [13] migrations/5e13a8c7f402_find_customers_by_name.mig:11  create index customer_name_idx on customer
DECLARE @due INT = CASE WHEN CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 4
  AND NOT EXISTS (SELECT 1 FROM dbo.migc_step WHERE revision = N'5e13a8c7f402' AND step = 1 AND state = 'done') THEN 1 ELSE 0 END;
EXEC sys.sp_set_session_context @key = N'migc_due', @value = @due;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
BEGIN
  IF EXISTS (SELECT 1 FROM dbo.migc_step WHERE revision = N'5e13a8c7f402' AND step = 1)
  BEGIN
    IF EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'dbo.customer') AND name = N'customer_name_idx')
    BEGIN
      UPDATE dbo.migc_step SET state = 'done' WHERE revision = N'5e13a8c7f402' AND step = 1;
      EXEC sys.sp_set_session_context @key = N'migc_due', @value = 0;
    END;
  END
  ELSE IF EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'dbo.customer') AND name = N'customer_name_idx')
    THROW 50000, N'step [13], create index customer_name_idx on customer, of revision 5e13a8c7f402: what it does is there already, and no run of this script did it; see whose it is, and move it out of the way; then run this script again', 1;
  ELSE
  INSERT INTO dbo.migc_step (revision, step, statement_sha256, state)
  VALUES (N'5e13a8c7f402', 1, '96f7a9e361799ff9f113a17708e1521415a0aa7ae80992737354fd1dc425fbfe', 'started');
END;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
  EXEC (N'IF CAST(SERVERPROPERTY(N''EngineEdition'') AS INT) IN (3, 5, 8)
  EXEC (N''CREATE INDEX customer_name_idx ON dbo.customer (full_name) WITH (ONLINE = ON)'');
ELSE
  EXEC (N''CREATE INDEX customer_name_idx ON dbo.customer (full_name)'')');
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
  UPDATE dbo.migc_step SET state = 'done' WHERE revision = N'5e13a8c7f402' AND step = 1;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

DECLARE @due INT = CASE WHEN CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 4
  AND NOT EXISTS (SELECT 1 FROM dbo.migc_step WHERE revision = N'5e13a8c7f402' AND step = 2 AND state = 'done') THEN 1 ELSE 0 END;
EXEC sys.sp_set_session_context @key = N'migc_due', @value = @due;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
BEGIN TRANSACTION;
GO

-- 5e13a8c7f402 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 4
BEGIN
UPDATE dbo.migc_version SET version_num = N'5e13a8c7f402' WHERE version_num = N'4da7f3b09c26';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 4da7f3b09c26, so something else changed it while this script ran; revision 5e13a8c7f402 is not recorded', 1;
DELETE FROM dbo.migc_step WHERE revision = N'5e13a8c7f402';
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 4
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'5e13a8c7f402', N'upgrade', N'Find customers by name without blocking writers', '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade 6f42b9d10e58: Call it display_name
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 5)
  PRINT N'migc: 6f42b9d10e58 is done already, and is passed over';
GO
PRINT N'migc: 6 of 16: upgrade 6f42b9d10e58 Call it display_name';
GO
BEGIN TRANSACTION;
GO

-- [14] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.full_name to display_name
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 5
  EXEC (N'DECLARE @failed INT;
EXEC @failed = sys.sp_rename @objname = N''dbo.customer.full_name'', @newname = N''display_name'', @objtype = N''COLUMN'';
IF @failed <> 0 THROW 50000, N''sp_rename has failed'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 6f42b9d10e58 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 5
BEGIN
UPDATE dbo.migc_version SET version_num = N'6f42b9d10e58' WHERE version_num = N'5e13a8c7f402';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 5e13a8c7f402, so something else changed it while this script ran; revision 6f42b9d10e58 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 5
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'6f42b9d10e58', N'upgrade', N'Call it display_name', 'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade 70b5c4e8a963: Prices with four decimals
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6)
  PRINT N'migc: 70b5c4e8a963 is done already, and is passed over';
GO
PRINT N'migc: 7 of 16: upgrade 70b5c4e8a963 Prices with four decimals';
GO
BEGIN TRANSACTION;
GO

-- [15] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  make way for a change of product.price
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
  EXEC (N'ALTER TABLE dbo.product DROP CONSTRAINT product_price_positive');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [16] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  change type of product.price to decimal(12,4)
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
  EXEC (N'ALTER TABLE dbo.product ALTER COLUMN price DECIMAL(12,4) NOT NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [17] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  put back what was on product.price
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
  EXEC (N'ALTER TABLE dbo.product ADD CONSTRAINT product_price_positive CHECK (price >= 0)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [18] migrations/70b5c4e8a963_prices_with_four_decimals.mig:8  set default of product.price
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
  EXEC (N'ALTER TABLE dbo.product ADD CONSTRAINT product_price_default DEFAULT 0 FOR price');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [19] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(12,4)
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
  EXEC (N'ALTER TABLE dbo.order_item ALTER COLUMN unit_price DECIMAL(12,4) NOT NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 70b5c4e8a963 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
BEGIN
UPDATE dbo.migc_version SET version_num = N'70b5c4e8a963' WHERE version_num = N'6f42b9d10e58';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 6f42b9d10e58, so something else changed it while this script ran; revision 70b5c4e8a963 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'70b5c4e8a963', N'upgrade', N'Prices with four decimals', '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade 81c6d5f9ba74: Line totals
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 7)
  PRINT N'migc: 81c6d5f9ba74 is done already, and is passed over';
GO
PRINT N'migc: 8 of 16: upgrade 81c6d5f9ba74 Line totals';
GO
BEGIN TRANSACTION;
GO

-- [20] migrations/81c6d5f9ba74_line_totals.mig:8  add column order_item.line_total
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 7
  EXEC (N'ALTER TABLE dbo.order_item ADD line_total AS (CAST(quantity * unit_price AS DECIMAL(14,4)))');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 81c6d5f9ba74 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 7
BEGIN
UPDATE dbo.migc_version SET version_num = N'81c6d5f9ba74' WHERE version_num = N'70b5c4e8a963';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 70b5c4e8a963, so something else changed it while this script ran; revision 81c6d5f9ba74 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 7
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'81c6d5f9ba74', N'upgrade', N'Line totals', '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade b4f908c2eda7: Shipments
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 8)
  PRINT N'migc: b4f908c2eda7 is done already, and is passed over';
GO
PRINT N'migc: 9 of 16: upgrade b4f908c2eda7 Shipments';
GO
BEGIN TRANSACTION;
GO

-- [21] migrations/b4f908c2eda7_shipments.mig:7  create table carrier
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 8
  EXEC (N'CREATE TABLE dbo.carrier (
  code VARCHAR(10) NOT NULL,
  name VARCHAR(80) NOT NULL,
  CONSTRAINT carrier_pkey PRIMARY KEY (code)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [22] migrations/b4f908c2eda7_shipments.mig:11  insert 2 rows into carrier
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 8
  EXEC (N'INSERT INTO dbo.carrier (code, name) VALUES
  (N''DHL'', N''DHL Paket''),
  (N''GLS'', N''GLS'')');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [23] migrations/b4f908c2eda7_shipments.mig:13  create table shipment
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 8
  EXEC (N'CREATE TABLE dbo.shipment (
  id BIGINT IDENTITY(1, 1) NOT NULL,
  order_id BIGINT NOT NULL,
  carrier_code VARCHAR(10) NOT NULL,
  tracking VARCHAR(60) NULL,
  shipped_at DATETIMEOFFSET NULL,
  CONSTRAINT shipment_pkey PRIMARY KEY (id),
  CONSTRAINT shipment_order_id_fkey FOREIGN KEY (order_id) REFERENCES dbo.[order] (id) ON DELETE CASCADE,
  CONSTRAINT shipment_carrier_code_fkey FOREIGN KEY (carrier_code) REFERENCES dbo.carrier (code)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- b4f908c2eda7 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 8
BEGIN
UPDATE dbo.migc_version SET version_num = N'b4f908c2eda7' WHERE version_num = N'81c6d5f9ba74';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 81c6d5f9ba74, so something else changed it while this script ran; revision b4f908c2eda7 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 8
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'b4f908c2eda7', N'upgrade', N'Shipments', 'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade 92d7e6a0cb85: Invoices
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9)
  PRINT N'migc: 92d7e6a0cb85 is done already, and is passed over';
GO
PRINT N'migc: 10 of 16: upgrade 92d7e6a0cb85 Invoices';
GO
BEGIN TRANSACTION;
GO

-- [24] migrations/92d7e6a0cb85_invoices.mig:7  create table invoice
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
  EXEC (N'CREATE TABLE dbo.invoice (
  id BIGINT IDENTITY(1, 1) NOT NULL,
  order_id BIGINT NOT NULL,
  number VARCHAR(20) NOT NULL,
  issued_on DATE NOT NULL CONSTRAINT invoice_issued_on_default DEFAULT CAST(SYSDATETIME() AS DATE),
  paid BIT NOT NULL CONSTRAINT invoice_paid_default DEFAULT 0,
  CONSTRAINT invoice_pkey PRIMARY KEY (id),
  CONSTRAINT invoice_order_id_key UNIQUE (order_id),
  CONSTRAINT invoice_order_id_fkey FOREIGN KEY (order_id) REFERENCES dbo.[order] (id)
)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [25] migrations/92d7e6a0cb85_invoices.mig:14  create unique index invoice_number_key on invoice
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
  EXEC (N'CREATE UNIQUE INDEX invoice_number_key ON dbo.invoice (number)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 92d7e6a0cb85 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
BEGIN
INSERT INTO dbo.migc_version (version_num)
SELECT N'92d7e6a0cb85' WHERE NOT EXISTS (SELECT 1 FROM dbo.migc_version WHERE version_num = N'92d7e6a0cb85');
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version holds 92d7e6a0cb85 already, so something else changed it while this script ran; revision 92d7e6a0cb85 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'92d7e6a0cb85', N'upgrade', N'Invoices', 'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade a3e8f7b1dc96: Find open invoices fast
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 10)
  PRINT N'migc: a3e8f7b1dc96 is done already, and is passed over';
GO
PRINT N'migc: 11 of 16: upgrade a3e8f7b1dc96 Find open invoices fast';
GO
BEGIN TRANSACTION;
GO

-- [26] migrations/a3e8f7b1dc96_open_invoices.mig:10  create index invoice_open_idx on invoice
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 10
  EXEC (N'CREATE INDEX invoice_open_idx ON dbo.invoice (issued_on) WHERE paid = 0');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- a3e8f7b1dc96 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 10
BEGIN
UPDATE dbo.migc_version SET version_num = N'a3e8f7b1dc96' WHERE version_num = N'92d7e6a0cb85';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 92d7e6a0cb85, so something else changed it while this script ran; revision a3e8f7b1dc96 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 10
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'a3e8f7b1dc96', N'upgrade', N'Find open invoices fast', '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade c50a19d3feb8: Merge billing and shipping
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 11)
  PRINT N'migc: c50a19d3feb8 is done already, and is passed over';
GO
PRINT N'migc: 12 of 16: upgrade c50a19d3feb8 Merge billing and shipping';
GO
BEGIN TRANSACTION;
GO

-- c50a19d3feb8 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 11
BEGIN
DELETE FROM dbo.migc_version WHERE version_num = N'a3e8f7b1dc96';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds a3e8f7b1dc96, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded', 1;
UPDATE dbo.migc_version SET version_num = N'c50a19d3feb8' WHERE version_num = N'b4f908c2eda7';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds b4f908c2eda7, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 11
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'c50a19d3feb8', N'upgrade', N'Merge billing and shipping', '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade d61b2ae40fc9: Notes on customers, and who to ask
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12)
  PRINT N'migc: d61b2ae40fc9 is done already, and is passed over';
GO
PRINT N'migc: 13 of 16: upgrade d61b2ae40fc9 Notes on customers, and who to ask';
GO
BEGIN TRANSACTION;
GO

-- [27] migrations/d61b2ae40fc9_customer_notes.mig:7  add column customer.note, add column customer.contact
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
  EXEC (N'ALTER TABLE dbo.customer ADD
  note NVARCHAR(MAX) NULL,
  contact VARCHAR(320) NOT NULL CONSTRAINT customer_contact_default DEFAULT N''help@shop.example''');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [28] migrations/d61b2ae40fc9_customer_notes.mig:9  comment on column customer.note
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
  EXEC (N'DECLARE @failed INT;
IF EXISTS (SELECT 1 FROM sys.extended_properties
  WHERE class = 1 AND major_id = OBJECT_ID(N''dbo.customer'') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N''dbo.customer''), N''note'', N''ColumnId'') AND name = N''MS_Description'')
  EXEC @failed = sys.sp_updateextendedproperty @name = N''MS_Description'', @value = N''Written by the support desk; never shown to the customer'',
  @level0type = N''SCHEMA'', @level0name = N''dbo'', @level1type = N''TABLE'', @level1name = N''customer'', @level2type = N''COLUMN'', @level2name = N''note'';
ELSE
  EXEC @failed = sys.sp_addextendedproperty @name = N''MS_Description'', @value = N''Written by the support desk; never shown to the customer'',
  @level0type = N''SCHEMA'', @level0name = N''dbo'', @level1type = N''TABLE'', @level1name = N''customer'', @level2type = N''COLUMN'', @level2name = N''note'';
IF @failed <> 0 THROW 50000, N''the comment could not be set'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- d61b2ae40fc9 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
BEGIN
UPDATE dbo.migc_version SET version_num = N'd61b2ae40fc9' WHERE version_num = N'c50a19d3feb8';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds c50a19d3feb8, so something else changed it while this script ran; revision d61b2ae40fc9 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'd61b2ae40fc9', N'upgrade', N'Notes on customers, and who to ask', '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade e72c3bf510da: A view of open orders
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 13)
  PRINT N'migc: e72c3bf510da is done already, and is passed over';
GO
PRINT N'migc: 14 of 16: upgrade e72c3bf510da A view of open orders';
GO
BEGIN TRANSACTION;
GO

-- [29] migrations/e72c3bf510da_open_orders_view.mig:15  run raw SQL
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 13
  EXEC (N'CREATE VIEW open_order AS
SELECT o.id, o.placed_at, c.display_name
FROM "order" o JOIN customer c ON c.id = o.customer_id
WHERE o.status = ''open''');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- e72c3bf510da is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 13
BEGIN
UPDATE dbo.migc_version SET version_num = N'e72c3bf510da' WHERE version_num = N'd61b2ae40fc9';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds d61b2ae40fc9, so something else changed it while this script ran; revision e72c3bf510da is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 13
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'e72c3bf510da', N'upgrade', N'A view of open orders', '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade f83d4c0621eb: Every order has a channel
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14)
  PRINT N'migc: f83d4c0621eb is done already, and is passed over';
GO
PRINT N'migc: 15 of 16: upgrade f83d4c0621eb Every order has a channel';
GO
BEGIN TRANSACTION;
GO

-- [30] migrations/f83d4c0621eb_every_order_has_a_channel.mig:6  require: there are customers without an e-mail address; ask the support desk first
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
  EXEC (N'DECLARE @message NVARCHAR(2048) = REPLACE(N''there are customers without an e-mail address; ask the support desk first'', N''%'', N''%%'');
IF NOT EXISTS (SELECT 1 FROM (
SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM customer WHERE email = ''''
) AS answer (value)
  HAVING COUNT(*) = 1 AND MIN(CAST(value AS INT)) = 1)
  THROW 50000, @message, 1');
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- [31] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  add column order.channel
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
  EXEC (N'ALTER TABLE dbo.[order] ADD channel VARCHAR(10) NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [32] migrations/f83d4c0621eb_every_order_has_a_channel.mig:8  update rows of order
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
  EXEC (N'UPDATE dbo.[order] SET channel = N''web'' WHERE channel IS NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [33] migrations/f83d4c0621eb_every_order_has_a_channel.mig:10  set default of order.channel
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
  EXEC (N'ALTER TABLE dbo.[order] ADD CONSTRAINT order_channel_default DEFAULT N''web'' FOR channel');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [34] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  set not null on order.channel
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
  EXEC (N'ALTER TABLE dbo.[order] ALTER COLUMN channel VARCHAR(10) NOT NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [35] migrations/f83d4c0621eb_every_order_has_a_channel.mig:12  add check constraint order_channel_known to order
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
  EXEC (N'ALTER TABLE dbo.[order] ADD CONSTRAINT order_channel_known CHECK (channel IN (N''web'', N''phone'', N''shop''))');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- f83d4c0621eb is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
BEGIN
UPDATE dbo.migc_version SET version_num = N'f83d4c0621eb' WHERE version_num = N'e72c3bf510da';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds e72c3bf510da, so something else changed it while this script ran; revision f83d4c0621eb is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'f83d4c0621eb', N'upgrade', N'Every order has a channel', 'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Upgrade 094e5d1732fc: Drop the old codes
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 15)
  PRINT N'migc: 094e5d1732fc is done already, and is passed over';
GO
PRINT N'migc: 16 of 16: upgrade 094e5d1732fc Drop the old codes';
GO
BEGIN TRANSACTION;
GO

-- [36] migrations/094e5d1732fc_drop_the_old_codes.mig:6  drop column product.old_code
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 15
  EXEC (N'ALTER TABLE dbo.product DROP COLUMN old_code');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [37] migrations/094e5d1732fc_drop_the_old_codes.mig:8  rename constraint product_price_positive of product to product_price_check
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 15
  EXEC (N'DECLARE @failed INT;
EXEC @failed = sys.sp_rename @objname = N''dbo.product_price_positive'', @newname = N''product_price_check'', @objtype = N''OBJECT'';
IF @failed <> 0 THROW 50000, N''sp_rename has failed'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [38] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table category to product_category
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 15
  EXEC (N'DECLARE @failed INT;
EXEC @failed = sys.sp_rename @objname = N''dbo.category'', @newname = N''product_category'', @objtype = N''OBJECT'';
IF @failed <> 0 THROW 50000, N''sp_rename has failed'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 094e5d1732fc is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 15
BEGIN
UPDATE dbo.migc_version SET version_num = N'094e5d1732fc' WHERE version_num = N'f83d4c0621eb';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds f83d4c0621eb, so something else changed it while this script ran; revision 094e5d1732fc is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 15
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'094e5d1732fc', N'upgrade', N'Drop the old codes', 'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', 'f5a7f367a340b7ecf3a3657509d819c0e0837cb382d3f792a7308c2460f1e896');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- For the ticket
SELECT N'MIGC-RECEIPT 1 mssql base 094e5d1732fc f5a7f367a340 16' AS receipt;
GO
SET NOEXEC OFF;
GO
IF @@TRANCOUNT <> 0 ROLLBACK TRANSACTION;
IF APPLOCK_MODE(N'public', N'migc dbo.migc_version', N'Session') <> N'NoLock'
  EXEC sys.sp_releaseapplock @Resource = N'migc dbo.migc_version', @LockOwner = N'Session';
GO
