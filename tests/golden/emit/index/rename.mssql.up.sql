# upgrade rename
  rename index purchase_placed to purchase_by_time
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.purchase.purchase_placed', @newname = N'purchase_by_time', @objtype = N'INDEX';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
