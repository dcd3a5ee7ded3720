# downgrade rename
  rename index purchase_by_time to purchase_placed
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.purchase.purchase_by_time', @newname = N'purchase_placed', @objtype = N'INDEX';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
