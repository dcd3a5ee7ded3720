# upgrade column_that_others_refer_to
  rename column customer.id to customer_no
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer.id', @newname = N'customer_no', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
