# downgrade column
  make way for a change of purchase.total
    ALTER TABLE dbo.purchase DROP CONSTRAINT purchase_amount_positive;
  rename column purchase.total to amount
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.purchase.total', @newname = N'amount', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on purchase.total
    ALTER TABLE dbo.purchase ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
  put back what was on purchase.total
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.purchase_total_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.purchase_total_default', @newname = N'purchase_amount_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
