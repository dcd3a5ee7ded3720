# upgrade table
  rename table customer to client
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer', @newname = N'client', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint customer_level_default to client_level_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.customer_level_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.customer_level_default', @newname = N'client_level_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
