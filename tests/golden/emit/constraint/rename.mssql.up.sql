# upgrade rename
  rename constraint purchase_amount_positive of purchase to amount_not_negative
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.purchase_amount_positive', @newname = N'amount_not_negative', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
