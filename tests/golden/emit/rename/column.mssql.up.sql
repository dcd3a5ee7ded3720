# upgrade column
  make way for a change of purchase.amount
    ALTER TABLE dbo.purchase DROP CONSTRAINT purchase_amount_positive;
  rename column purchase.amount to total
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.purchase.amount', @newname = N'total', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on purchase.amount
    ALTER TABLE dbo.purchase ADD CONSTRAINT purchase_amount_positive CHECK (total >= 0);
  put back what was on purchase.amount
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.purchase_amount_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.purchase_amount_default', @newname = N'purchase_total_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
