# upgrade table_and_back
  rename table purchase to sale
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.purchase', @newname = N'sale', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint purchase_amount_default to sale_amount_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.purchase_amount_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.purchase_amount_default', @newname = N'sale_amount_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint purchase_placed_at_default to sale_placed_at_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.purchase_placed_at_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.purchase_placed_at_default', @newname = N'sale_placed_at_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  add column sale.channel
    ALTER TABLE dbo.sale ADD channel VARCHAR(10) NULL;
  rename table sale to purchase
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.sale', @newname = N'purchase', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint sale_amount_default to purchase_amount_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.sale_amount_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.sale_amount_default', @newname = N'purchase_amount_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint sale_placed_at_default to purchase_placed_at_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.sale_placed_at_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.sale_placed_at_default', @newname = N'purchase_placed_at_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
