# downgrade column_that_others_refer_to
  rename column customer.customer_no to id
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer.customer_no', @newname = N'id', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
