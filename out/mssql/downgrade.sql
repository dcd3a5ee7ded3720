-- Downgrade of a SQL Server database from 094e5d1732fc to base
--
-- Made by:       migc 0.1.0
-- Made with:     migc compile --from 094e5d1732fc --to base --downgrade --dialect mssql --target-version 2019 -D
--                support_email=help@shop.example
-- Made for:      mssql (SQL Server 2019 or newer)
-- Apply with:    sqlcmd -S SERVER -d DATABASE -b -f 65001 -i THIS_FILE
-- Direction:     downgrade
-- From:          094e5d1732fc
-- To:            base
-- SHA-256:       fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952 (of this script, with zeros in the place of this number)
-- Takes:         application lock "migc dbo.migc_version" of the database while it runs, so that one script of migc runs at a time
--                of tables, what each statement needs (ALTER TABLE: Sch-M, which everybody waits for), until the end of its transaction
-- Transactions:  one for each revision, but for what is listed next: that stays when the script stops after it; run again, the same script goes on from there
-- Outside them:  [26] drop index customer_name_idx on customer
-- Loses data:    [7] drop column order.channel
--                [11] drop column customer.contact
--                [12] drop column customer.note
--                [15] drop table invoice
--                [16] drop table shipment
--                [18] drop table carrier
--                [19] drop column order_item.line_total
--                [20] change type of order_item.unit_price to decimal(8,2)
--                [23] change type of product.price to decimal(8,2)
--                [28] drop column customer.country_code
--                [31] drop table country
--                [32] drop table order_item
--                [33] drop table order
--                [34] drop table product
--                [35] drop table category
--                [36] drop table customer
--
-- Revisions, in the order in which they run:
--   094e5d1732fc  Drop the old codes
--     migrations/094e5d1732fc_drop_the_old_codes.mig  SHA-256 cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489
--   f83d4c0621eb  Every order has a channel
--     migrations/f83d4c0621eb_every_order_has_a_channel.mig  SHA-256 f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c
--   e72c3bf510da  A view of open orders
--     migrations/e72c3bf510da_open_orders_view.mig  SHA-256 522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d
--   d61b2ae40fc9  Notes on customers, and who to ask
--     migrations/d61b2ae40fc9_customer_notes.mig  SHA-256 6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83
--   c50a19d3feb8  Merge billing and shipping
--     migrations/c50a19d3feb8_merge_billing_and_shipping.mig  SHA-256 3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64
--   a3e8f7b1dc96  Find open invoices fast
--     migrations/a3e8f7b1dc96_open_invoices.mig  SHA-256 7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6
--   92d7e6a0cb85  Invoices
--     migrations/92d7e6a0cb85_invoices.mig  SHA-256 d70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07
--   b4f908c2eda7  Shipments
--     migrations/b4f908c2eda7_shipments.mig  SHA-256 c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99
--   81c6d5f9ba74  Line totals
--     migrations/81c6d5f9ba74_line_totals.mig  SHA-256 6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada
--   70b5c4e8a963  Prices with four decimals
--     migrations/70b5c4e8a963_prices_with_four_decimals.mig  SHA-256 254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6
--   6f42b9d10e58  Call it display_name
--     migrations/6f42b9d10e58_call_it_display_name.mig  SHA-256 b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6
--   5e13a8c7f402  Find customers by name without blocking writers
--     migrations/5e13a8c7f402_find_customers_by_name.mig  SHA-256 34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84
--   4da7f3b09c26  Add countries
--     migrations/4da7f3b09c26_add_countries.mig  SHA-256 4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0
--     migrations/data/countries.csv  SHA-256 1b134622af6e80edf6a4c0cebb50dcff754bc8fb09ffc318ba380b2db63c4282
--   3c94d6e2a815  Create orders
--     migrations/3c94d6e2a815_create_orders.mig  SHA-256 b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19
--   2b8e51c0d3f7  Create the catalog
--     migrations/2b8e51c0d3f7_create_the_catalog.mig  SHA-256 daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1
--   1f0c2a7d94b1  Create customers
--     migrations/1f0c2a7d94b1_create_customers.mig  SHA-256 28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711

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
EXEC sys.sp_set_session_context @key = N'migc_script', @value = 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952';
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
IF OBJECT_ID(N'dbo.migc_version', N'U') IS NULL
  THROW 50000, N'there is no table migc_version, so no migration was recorded in this database, and this script starts at 094e5d1732fc; nothing was changed', 1;
IF OBJECT_ID(N'dbo.migc_version', N'U') IS NOT NULL
BEGIN
SET @here = STUFF((SELECT N', ' + version_num FROM dbo.migc_version ORDER BY version_num
  FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(1500)'), 1, 2, N'');
END;
DECLARE @done INT = (SELECT done FROM (VALUES
  (0, N'094e5d1732fc'),
  (1, N'f83d4c0621eb'),
  (2, N'e72c3bf510da'),
  (3, N'd61b2ae40fc9'),
  (4, N'c50a19d3feb8'),
  (5, N'a3e8f7b1dc96, b4f908c2eda7'),
  (6, N'92d7e6a0cb85, b4f908c2eda7'),
  (7, N'b4f908c2eda7'),
  (8, N'81c6d5f9ba74'),
  (9, N'70b5c4e8a963'),
  (10, N'6f42b9d10e58'),
  (11, N'5e13a8c7f402'),
  (12, N'4da7f3b09c26'),
  (13, N'3c94d6e2a815'),
  (14, N'2b8e51c0d3f7'),
  (15, N'1f0c2a7d94b1'),
  (16, N'base')) AS way (done, heads)
  WHERE heads COLLATE Latin1_General_BIN2 = ISNULL(@here, N'base'));
IF @done IS NULL
BEGIN
  SET @message = N'this database is at ' + REPLACE(ISNULL(@here, N'base'), N'%', N'%%') + N', and this script starts at 094e5d1732fc; nothing was changed';
  THROW 50000, @message, 1;
END;
IF @done = 16
  THROW 50000, N'this database is at base already, where this script leads; nothing was changed', 1;
IF @done > 0 AND OBJECT_ID(N'dbo.migc_history', N'U') IS NOT NULL
  SELECT TOP (1) @made_by = script_sha256 FROM dbo.migc_history ORDER BY id DESC;
IF @done > 0 AND ISNULL(@made_by, '') <> CAST(SESSION_CONTEXT(N'migc_script') AS CHAR(64))
BEGIN
  SET @message = N'this database is at ' + REPLACE(ISNULL(@here, N'base'), N'%', N'%%') + N', where no run of this script left it; this script starts at 094e5d1732fc; nothing was changed';
  THROW 50000, @message, 1;
END;
EXEC sys.sp_set_session_context @key = N'migc_done', @value = @done;
IF OBJECT_ID(N'dbo.migc_step', N'U') IS NOT NULL
BEGIN
  SELECT @other = MIN(begun.revision) FROM dbo.migc_step AS begun
    WHERE NOT EXISTS (SELECT 1 FROM (VALUES
      (11, N'5e13a8c7f402', 'bb93448cce06db43b0480af7733133494e2e9ca27cb19ae90d4fd3ad9b5140c9')) AS known (done, revision, sha256)
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
IF OBJECT_ID(N'dbo.migc_history', N'U') IS NULL
  THROW 50000, N'there is no table migc_history, in which this script records what it did; nothing was changed', 1;
IF OBJECT_ID(N'carrier') IS NOT NULL AND HAS_PERMS_BY_NAME(N'carrier', N'OBJECT', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not change carrier, as this script does; nothing was changed';
  THROW 50000, @message, 1;
END;
IF OBJECT_ID(N'country') IS NOT NULL AND HAS_PERMS_BY_NAME(N'country', N'OBJECT', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not change country, as this script does; nothing was changed';
  THROW 50000, @message, 1;
END;
IF OBJECT_ID(N'customer') IS NOT NULL AND HAS_PERMS_BY_NAME(N'customer', N'OBJECT', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not change customer, as this script does; nothing was changed';
  THROW 50000, @message, 1;
END;
IF OBJECT_ID(N'invoice') IS NOT NULL AND HAS_PERMS_BY_NAME(N'invoice', N'OBJECT', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not change invoice, as this script does; nothing was changed';
  THROW 50000, @message, 1;
END;
IF OBJECT_ID(N'[order]') IS NOT NULL AND HAS_PERMS_BY_NAME(N'[order]', N'OBJECT', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not change order, as this script does; nothing was changed';
  THROW 50000, @message, 1;
END;
IF OBJECT_ID(N'order_item') IS NOT NULL AND HAS_PERMS_BY_NAME(N'order_item', N'OBJECT', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not change order_item, as this script does; nothing was changed';
  THROW 50000, @message, 1;
END;
IF OBJECT_ID(N'product') IS NOT NULL AND HAS_PERMS_BY_NAME(N'product', N'OBJECT', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not change product, as this script does; nothing was changed';
  THROW 50000, @message, 1;
END;
IF OBJECT_ID(N'product_category') IS NOT NULL AND HAS_PERMS_BY_NAME(N'product_category', N'OBJECT', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not change product_category, as this script does; nothing was changed';
  THROW 50000, @message, 1;
END;
IF OBJECT_ID(N'shipment') IS NOT NULL AND HAS_PERMS_BY_NAME(N'shipment', N'OBJECT', N'ALTER') = 0
BEGIN
  SET @message = N'user ' + REPLACE(USER_NAME(), N'%', N'%%') + N' may not change shipment, as this script does; nothing was changed';
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

-- ---- Downgrade 094e5d1732fc: Drop the old codes
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0)
  PRINT N'migc: 094e5d1732fc is done already, and is passed over';
GO
PRINT N'migc: 1 of 16: downgrade 094e5d1732fc Drop the old codes';
GO
BEGIN TRANSACTION;
GO

-- [1] migrations/094e5d1732fc_drop_the_old_codes.mig:9  rename table product_category to category
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  EXEC (N'DECLARE @failed INT;
EXEC @failed = sys.sp_rename @objname = N''dbo.product_category'', @newname = N''category'', @objtype = N''OBJECT'';
IF @failed <> 0 THROW 50000, N''sp_rename has failed'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [2] migrations/094e5d1732fc_drop_the_old_codes.mig:6  rename constraint product_price_check of product to product_price_positive
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  EXEC (N'DECLARE @failed INT;
EXEC @failed = sys.sp_rename @objname = N''dbo.product_price_check'', @newname = N''product_price_positive'', @objtype = N''OBJECT'';
IF @failed <> 0 THROW 50000, N''sp_rename has failed'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [3] migrations/094e5d1732fc_drop_the_old_codes.mig:6  add column product.old_code
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
  EXEC (N'ALTER TABLE dbo.product ADD old_code VARCHAR(20) NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 094e5d1732fc is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
BEGIN
UPDATE dbo.migc_version SET version_num = N'f83d4c0621eb' WHERE version_num = N'094e5d1732fc';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 094e5d1732fc, so something else changed it while this script ran; revision 094e5d1732fc is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 0
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'094e5d1732fc', N'downgrade', N'Drop the old codes', 'cae8356dc4e11cd2c3946774be3e56bf01d6c51417872d9cc5fecd4883ab7489', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade f83d4c0621eb: Every order has a channel
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1)
  PRINT N'migc: f83d4c0621eb is done already, and is passed over';
GO
PRINT N'migc: 2 of 16: downgrade f83d4c0621eb Every order has a channel';
GO
BEGIN TRANSACTION;
GO

-- [4] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop constraint order_channel_known of order
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'ALTER TABLE dbo.[order] DROP CONSTRAINT order_channel_known');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [5] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop not null on order.channel
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'ALTER TABLE dbo.[order] ALTER COLUMN channel VARCHAR(10) NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [6] migrations/f83d4c0621eb_every_order_has_a_channel.mig:9  drop default of order.channel
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'DECLARE @sql NVARCHAR(MAX);
SELECT @sql = N''ALTER TABLE dbo.[order] DROP CONSTRAINT '' + QUOTENAME(name)
FROM sys.default_constraints
WHERE parent_object_id = OBJECT_ID(N''dbo.[order]'') AND COL_NAME(parent_object_id, parent_column_id) = N''channel'';
EXEC (@sql)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [7] migrations/f83d4c0621eb_every_order_has_a_channel.mig:7  drop column order.channel
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
  EXEC (N'ALTER TABLE dbo.[order] DROP COLUMN channel');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- f83d4c0621eb is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
BEGIN
UPDATE dbo.migc_version SET version_num = N'e72c3bf510da' WHERE version_num = N'f83d4c0621eb';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds f83d4c0621eb, so something else changed it while this script ran; revision f83d4c0621eb is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 1
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'f83d4c0621eb', N'downgrade', N'Every order has a channel', 'f7998f911a1a625501c6fcf9ddac5d168d1c90b02edeb34f275c69796d72363c', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade e72c3bf510da: A view of open orders
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 2)
  PRINT N'migc: e72c3bf510da is done already, and is passed over';
GO
PRINT N'migc: 3 of 16: downgrade e72c3bf510da A view of open orders';
GO
BEGIN TRANSACTION;
GO

-- [8] migrations/e72c3bf510da_open_orders_view.mig:15  run raw SQL
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 2
  EXEC (N'DROP VIEW open_order');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- e72c3bf510da is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 2
BEGIN
UPDATE dbo.migc_version SET version_num = N'd61b2ae40fc9' WHERE version_num = N'e72c3bf510da';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds e72c3bf510da, so something else changed it while this script ran; revision e72c3bf510da is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 2
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'e72c3bf510da', N'downgrade', N'A view of open orders', '522a9565ab44d5dce9a2faa36ae2e87a2fefa9207d3f03a9eb91a3b1518d506d', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade d61b2ae40fc9: Notes on customers, and who to ask
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3)
  PRINT N'migc: d61b2ae40fc9 is done already, and is passed over';
GO
PRINT N'migc: 4 of 16: downgrade d61b2ae40fc9 Notes on customers, and who to ask';
GO
BEGIN TRANSACTION;
GO

-- [9] migrations/d61b2ae40fc9_customer_notes.mig:9  remove comment of column customer.note
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
  EXEC (N'DECLARE @failed INT = 0;
IF EXISTS (SELECT 1 FROM sys.extended_properties
  WHERE class = 1 AND major_id = OBJECT_ID(N''dbo.customer'') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N''dbo.customer''), N''note'', N''ColumnId'') AND name = N''MS_Description'')
  EXEC @failed = sys.sp_dropextendedproperty @name = N''MS_Description'',
  @level0type = N''SCHEMA'', @level0name = N''dbo'', @level1type = N''TABLE'', @level1name = N''customer'', @level2type = N''COLUMN'', @level2name = N''note'';
IF @failed <> 0 THROW 50000, N''sp_dropextendedproperty has failed'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [10] migrations/d61b2ae40fc9_customer_notes.mig:6  make way for the end of customer.contact
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
  EXEC (N'DECLARE @sql NVARCHAR(MAX) = N'''';
SELECT @sql += N''ALTER TABLE dbo.customer DROP CONSTRAINT '' + QUOTENAME(found.name) + N'';''
FROM (
  SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
  UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
  UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
    FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
) AS found
WHERE found.parent_object_id = OBJECT_ID(N''dbo.customer'') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N''contact'';
EXEC (@sql)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [11] migrations/d61b2ae40fc9_customer_notes.mig:6  drop column customer.contact
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
  EXEC (N'ALTER TABLE dbo.customer DROP COLUMN contact');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [12] migrations/d61b2ae40fc9_customer_notes.mig:6  drop column customer.note
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
  EXEC (N'ALTER TABLE dbo.customer DROP COLUMN note');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- d61b2ae40fc9 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
BEGIN
UPDATE dbo.migc_version SET version_num = N'c50a19d3feb8' WHERE version_num = N'd61b2ae40fc9';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds d61b2ae40fc9, so something else changed it while this script ran; revision d61b2ae40fc9 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 3
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'd61b2ae40fc9', N'downgrade', N'Notes on customers, and who to ask', '6a8c8f17363e1848d5deefcefdf2a08c07eac7f6e640de84168aed4dacef3c83', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade c50a19d3feb8: Merge billing and shipping
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 4)
  PRINT N'migc: c50a19d3feb8 is done already, and is passed over';
GO
PRINT N'migc: 5 of 16: downgrade c50a19d3feb8 Merge billing and shipping';
GO
BEGIN TRANSACTION;
GO

-- c50a19d3feb8 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 4
BEGIN
INSERT INTO dbo.migc_version (version_num)
SELECT N'a3e8f7b1dc96' WHERE NOT EXISTS (SELECT 1 FROM dbo.migc_version WHERE version_num = N'a3e8f7b1dc96');
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version holds a3e8f7b1dc96 already, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded', 1;
UPDATE dbo.migc_version SET version_num = N'b4f908c2eda7' WHERE version_num = N'c50a19d3feb8';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds c50a19d3feb8, so something else changed it while this script ran; revision c50a19d3feb8 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 4
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'c50a19d3feb8', N'downgrade', N'Merge billing and shipping', '3da51aca3b77fdcb1dc6a4f75006c067cd609a4f036656fc54c9f740679d0d64', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade a3e8f7b1dc96: Find open invoices fast
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 5)
  PRINT N'migc: a3e8f7b1dc96 is done already, and is passed over';
GO
PRINT N'migc: 6 of 16: downgrade a3e8f7b1dc96 Find open invoices fast';
GO
BEGIN TRANSACTION;
GO

-- [13] migrations/a3e8f7b1dc96_open_invoices.mig:10  drop index invoice_open_idx on invoice
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 5
  EXEC (N'DROP INDEX invoice_open_idx ON dbo.invoice');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- a3e8f7b1dc96 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 5
BEGIN
UPDATE dbo.migc_version SET version_num = N'92d7e6a0cb85' WHERE version_num = N'a3e8f7b1dc96';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds a3e8f7b1dc96, so something else changed it while this script ran; revision a3e8f7b1dc96 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 5
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'a3e8f7b1dc96', N'downgrade', N'Find open invoices fast', '7613031dfa270da3ab2d21a40857ed1789b1f07db929bdafa39b4b7002d3abf6', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade 92d7e6a0cb85: Invoices
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6)
  PRINT N'migc: 92d7e6a0cb85 is done already, and is passed over';
GO
PRINT N'migc: 7 of 16: downgrade 92d7e6a0cb85 Invoices';
GO
BEGIN TRANSACTION;
GO

-- [14] migrations/92d7e6a0cb85_invoices.mig:14  drop index invoice_number_key on invoice
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
  EXEC (N'DROP INDEX invoice_number_key ON dbo.invoice');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [15] migrations/92d7e6a0cb85_invoices.mig:7  drop table invoice
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
  EXEC (N'DROP TABLE dbo.invoice');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 92d7e6a0cb85 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
BEGIN
DELETE FROM dbo.migc_version WHERE version_num = N'92d7e6a0cb85';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 92d7e6a0cb85, so something else changed it while this script ran; revision 92d7e6a0cb85 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 6
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'92d7e6a0cb85', N'downgrade', N'Invoices', 'd70ab4f733153f487bb732817a9feb2a36e6691a96728439dce4ca75652d3c07', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade b4f908c2eda7: Shipments
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 7)
  PRINT N'migc: b4f908c2eda7 is done already, and is passed over';
GO
PRINT N'migc: 8 of 16: downgrade b4f908c2eda7 Shipments';
GO
BEGIN TRANSACTION;
GO

-- [16] migrations/b4f908c2eda7_shipments.mig:13  drop table shipment
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 7
  EXEC (N'DROP TABLE dbo.shipment');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [17] migrations/b4f908c2eda7_shipments.mig:11  delete rows of carrier
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 7
  EXEC (N'DELETE FROM dbo.carrier WHERE code IN (N''DHL'', N''GLS'')');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [18] migrations/b4f908c2eda7_shipments.mig:7  drop table carrier
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 7
  EXEC (N'DROP TABLE dbo.carrier');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- b4f908c2eda7 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 7
BEGIN
UPDATE dbo.migc_version SET version_num = N'81c6d5f9ba74' WHERE version_num = N'b4f908c2eda7';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds b4f908c2eda7, so something else changed it while this script ran; revision b4f908c2eda7 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 7
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'b4f908c2eda7', N'downgrade', N'Shipments', 'c1f4290b3d320e07ee92f03451b7072348e678aac10f1c0c5f8aefd9bf4d9b99', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade 81c6d5f9ba74: Line totals
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 8)
  PRINT N'migc: 81c6d5f9ba74 is done already, and is passed over';
GO
PRINT N'migc: 9 of 16: downgrade 81c6d5f9ba74 Line totals';
GO
BEGIN TRANSACTION;
GO

-- [19] migrations/81c6d5f9ba74_line_totals.mig:7  drop column order_item.line_total
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 8
  EXEC (N'ALTER TABLE dbo.order_item DROP COLUMN line_total');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 81c6d5f9ba74 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 8
BEGIN
UPDATE dbo.migc_version SET version_num = N'70b5c4e8a963' WHERE version_num = N'81c6d5f9ba74';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 81c6d5f9ba74, so something else changed it while this script ran; revision 81c6d5f9ba74 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 8
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'81c6d5f9ba74', N'downgrade', N'Line totals', '6fa5b963438c0109cc092ba27eaae2ff002fbbe9e41b4ed27aa180f414422ada', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade 70b5c4e8a963: Prices with four decimals
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9)
  PRINT N'migc: 70b5c4e8a963 is done already, and is passed over';
GO
PRINT N'migc: 10 of 16: downgrade 70b5c4e8a963 Prices with four decimals';
GO
BEGIN TRANSACTION;
GO

-- [20] migrations/70b5c4e8a963_prices_with_four_decimals.mig:9  change type of order_item.unit_price to decimal(8,2)
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
  EXEC (N'ALTER TABLE dbo.order_item ALTER COLUMN unit_price DECIMAL(8,2) NOT NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [21] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  drop default of product.price
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
  EXEC (N'DECLARE @sql NVARCHAR(MAX);
SELECT @sql = N''ALTER TABLE dbo.product DROP CONSTRAINT '' + QUOTENAME(name)
FROM sys.default_constraints
WHERE parent_object_id = OBJECT_ID(N''dbo.product'') AND COL_NAME(parent_object_id, parent_column_id) = N''price'';
EXEC (@sql)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [22] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  make way for a change of product.price
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
  EXEC (N'ALTER TABLE dbo.product DROP CONSTRAINT product_price_positive');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [23] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  change type of product.price to decimal(8,2)
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
  EXEC (N'ALTER TABLE dbo.product ALTER COLUMN price DECIMAL(8,2) NOT NULL');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [24] migrations/70b5c4e8a963_prices_with_four_decimals.mig:6  put back what was on product.price
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
  EXEC (N'ALTER TABLE dbo.product ADD CONSTRAINT product_price_positive CHECK (price >= 0)');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 70b5c4e8a963 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
BEGIN
UPDATE dbo.migc_version SET version_num = N'6f42b9d10e58' WHERE version_num = N'70b5c4e8a963';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 70b5c4e8a963, so something else changed it while this script ran; revision 70b5c4e8a963 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 9
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'70b5c4e8a963', N'downgrade', N'Prices with four decimals', '254de7bc1ca0136d777580a7dfc8e82b9039b8fc7e65230517ddf62c12c7b2f6', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade 6f42b9d10e58: Call it display_name
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 10)
  PRINT N'migc: 6f42b9d10e58 is done already, and is passed over';
GO
PRINT N'migc: 11 of 16: downgrade 6f42b9d10e58 Call it display_name';
GO
BEGIN TRANSACTION;
GO

-- [25] migrations/6f42b9d10e58_call_it_display_name.mig:6  rename column customer.display_name to full_name
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 10
  EXEC (N'DECLARE @failed INT;
EXEC @failed = sys.sp_rename @objname = N''dbo.customer.display_name'', @newname = N''full_name'', @objtype = N''COLUMN'';
IF @failed <> 0 THROW 50000, N''sp_rename has failed'', 1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 6f42b9d10e58 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 10
BEGIN
UPDATE dbo.migc_version SET version_num = N'5e13a8c7f402' WHERE version_num = N'6f42b9d10e58';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 6f42b9d10e58, so something else changed it while this script ran; revision 6f42b9d10e58 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 10
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'6f42b9d10e58', N'downgrade', N'Call it display_name', 'b8b3f9c4eb829b4b458967f5fb9770136cbb42f91e92dbe169506c6b668f94e6', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade 5e13a8c7f402: Find customers by name without blocking writers
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 11)
  PRINT N'migc: 5e13a8c7f402 is done already, and is passed over';
GO
PRINT N'migc: 12 of 16: downgrade 5e13a8c7f402 Find customers by name without blocking writers';
GO
-- [26] migrations/5e13a8c7f402_find_customers_by_name.mig:11  drop index customer_name_idx on customer
DECLARE @due INT = CASE WHEN CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 11
  AND NOT EXISTS (SELECT 1 FROM dbo.migc_step WHERE revision = N'5e13a8c7f402' AND step = 1 AND state = 'done') THEN 1 ELSE 0 END;
EXEC sys.sp_set_session_context @key = N'migc_due', @value = @due;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
BEGIN
  IF EXISTS (SELECT 1 FROM dbo.migc_step WHERE revision = N'5e13a8c7f402' AND step = 1)
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'dbo.customer') AND name = N'customer_name_idx')
    BEGIN
      UPDATE dbo.migc_step SET state = 'done' WHERE revision = N'5e13a8c7f402' AND step = 1;
      EXEC sys.sp_set_session_context @key = N'migc_due', @value = 0;
    END;
  END
  ELSE IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'dbo.customer') AND name = N'customer_name_idx')
    THROW 50000, N'step [26], drop index customer_name_idx on customer, of revision 5e13a8c7f402: what it does is there already, and no run of this script did it; see whose it is, and move it out of the way; then run this script again', 1;
  ELSE
  INSERT INTO dbo.migc_step (revision, step, statement_sha256, state)
  VALUES (N'5e13a8c7f402', 1, 'bb93448cce06db43b0480af7733133494e2e9ca27cb19ae90d4fd3ad9b5140c9', 'started');
END;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
  EXEC (N'DROP INDEX customer_name_idx ON dbo.customer');
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1
  UPDATE dbo.migc_step SET state = 'done' WHERE revision = N'5e13a8c7f402' AND step = 1;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

DECLARE @due INT = CASE WHEN CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 11
  AND NOT EXISTS (SELECT 1 FROM dbo.migc_step WHERE revision = N'5e13a8c7f402' AND step = 2 AND state = 'done') THEN 1 ELSE 0 END;
EXEC sys.sp_set_session_context @key = N'migc_due', @value = @due;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO
BEGIN TRANSACTION;
GO

-- 5e13a8c7f402 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 11
BEGIN
UPDATE dbo.migc_version SET version_num = N'4da7f3b09c26' WHERE version_num = N'5e13a8c7f402';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 5e13a8c7f402, so something else changed it while this script ran; revision 5e13a8c7f402 is not recorded', 1;
DELETE FROM dbo.migc_step WHERE revision = N'5e13a8c7f402';
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 11
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'5e13a8c7f402', N'downgrade', N'Find customers by name without blocking writers', '34bd63be150c7c2a7da00cfa813e4ea615e4e589d5248164c59a3b7c2b108e84', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade 4da7f3b09c26: Add countries
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12)
  PRINT N'migc: 4da7f3b09c26 is done already, and is passed over';
GO
PRINT N'migc: 13 of 16: downgrade 4da7f3b09c26 Add countries';
GO
BEGIN TRANSACTION;
GO

-- [27] migrations/4da7f3b09c26_add_countries.mig:15  make way for the end of customer.country_code
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
  EXEC (N'ALTER TABLE dbo.customer DROP CONSTRAINT customer_country_code_fkey');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [28] migrations/4da7f3b09c26_add_countries.mig:15  drop column customer.country_code
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
  EXEC (N'ALTER TABLE dbo.customer DROP COLUMN country_code');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [29] migrations/4da7f3b09c26_add_countries.mig:11  delete rows of country
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
  EXEC (N'DELETE FROM dbo.country WHERE code IN (N''CH'', N''AT'')');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [30] migrations/4da7f3b09c26_add_countries.mig:10  delete rows of country
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
  EXEC (N'DELETE FROM dbo.country WHERE code IN (N''DE'', N''FR'', N''GB'', N''US'', N''CI'')');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [31] migrations/4da7f3b09c26_add_countries.mig:6  drop table country
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
  EXEC (N'DROP TABLE dbo.country');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 4da7f3b09c26 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
BEGIN
UPDATE dbo.migc_version SET version_num = N'3c94d6e2a815' WHERE version_num = N'4da7f3b09c26';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 4da7f3b09c26, so something else changed it while this script ran; revision 4da7f3b09c26 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 12
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'4da7f3b09c26', N'downgrade', N'Add countries', '4f9243de32b504706e46c9639971173c318b96ccfd328f21947740ffd18345f0', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade 3c94d6e2a815: Create orders
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 13)
  PRINT N'migc: 3c94d6e2a815 is done already, and is passed over';
GO
PRINT N'migc: 14 of 16: downgrade 3c94d6e2a815 Create orders';
GO
BEGIN TRANSACTION;
GO

-- [32] migrations/3c94d6e2a815_create_orders.mig:15  drop table order_item
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 13
  EXEC (N'DROP TABLE dbo.order_item');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [33] migrations/3c94d6e2a815_create_orders.mig:6  drop table order
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 13
  EXEC (N'DROP TABLE dbo.[order]');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 3c94d6e2a815 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 13
BEGIN
UPDATE dbo.migc_version SET version_num = N'2b8e51c0d3f7' WHERE version_num = N'3c94d6e2a815';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 3c94d6e2a815, so something else changed it while this script ran; revision 3c94d6e2a815 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 13
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'3c94d6e2a815', N'downgrade', N'Create orders', 'b4f7f1afbcfae3a54cae3acec5f49e6c46243c499b3df3a333028a191f05da19', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade 2b8e51c0d3f7: Create the catalog
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14)
  PRINT N'migc: 2b8e51c0d3f7 is done already, and is passed over';
GO
PRINT N'migc: 15 of 16: downgrade 2b8e51c0d3f7 Create the catalog';
GO
BEGIN TRANSACTION;
GO

-- [34] migrations/2b8e51c0d3f7_create_the_catalog.mig:11  drop table product
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
  EXEC (N'DROP TABLE dbo.product');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- [35] migrations/2b8e51c0d3f7_create_the_catalog.mig:6  drop table category
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
  EXEC (N'DROP TABLE dbo.category');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 2b8e51c0d3f7 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
BEGIN
UPDATE dbo.migc_version SET version_num = N'1f0c2a7d94b1' WHERE version_num = N'2b8e51c0d3f7';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 2b8e51c0d3f7, so something else changed it while this script ran; revision 2b8e51c0d3f7 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 14
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'2b8e51c0d3f7', N'downgrade', N'Create the catalog', 'daa2791d0b478d5bb1d30be747d9b71000bdb0d50664837e6bda26cff3b00bf1', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- ---- Downgrade 1f0c2a7d94b1: Create customers
IF NOT (CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 15)
  PRINT N'migc: 1f0c2a7d94b1 is done already, and is passed over';
GO
PRINT N'migc: 16 of 16: downgrade 1f0c2a7d94b1 Create customers';
GO
BEGIN TRANSACTION;
GO

-- [36] migrations/1f0c2a7d94b1_create_customers.mig:6  drop table customer
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 15
  EXEC (N'DROP TABLE dbo.customer');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO

-- 1f0c2a7d94b1 is done
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 15
BEGIN
DELETE FROM dbo.migc_version WHERE version_num = N'1f0c2a7d94b1';
IF @@ROWCOUNT <> 1 THROW 50000, N'table migc_version no longer holds 1f0c2a7d94b1, so something else changed it while this script ran; revision 1f0c2a7d94b1 is not recorded', 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
IF CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= 15
INSERT INTO dbo.migc_history (revision, direction, message, source_sha256, script_sha256)
VALUES (N'1f0c2a7d94b1', N'downgrade', N'Create customers', '28cf15ddbd6af5cc2b6afc05abb8d322f11aab882e27cfa6879d9e062c01b711', 'fe5a487b92eee5c8c9c20d4b0c821702e26ffb58f69dd4660efc959355761952');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
GO
IF @@ERROR <> 0 SET NOEXEC ON;
GO

-- For the ticket
SELECT N'MIGC-RECEIPT 1 mssql 094e5d1732fc base fe5a487b92ee 16' AS receipt;
GO
SET NOEXEC OFF;
GO
IF @@TRANCOUNT <> 0 ROLLBACK TRANSACTION;
IF APPLOCK_MODE(N'public', N'migc dbo.migc_version', N'Session') <> N'NoLock'
  EXEC sys.sp_releaseapplock @Resource = N'migc dbo.migc_version', @LockOwner = N'Session';
GO
