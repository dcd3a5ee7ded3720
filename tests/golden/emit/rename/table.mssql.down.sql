# downgrade table
  rename table client to customer
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.client', @newname = N'customer', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint client_level_default to customer_level_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.client_level_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.client_level_default', @newname = N'customer_level_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
