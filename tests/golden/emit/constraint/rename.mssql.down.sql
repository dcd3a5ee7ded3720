# downgrade rename
  rename constraint amount_not_negative of purchase to purchase_amount_positive
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.amount_not_negative', @newname = N'purchase_amount_positive', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
