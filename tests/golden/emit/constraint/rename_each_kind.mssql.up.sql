# upgrade rename_each_kind
  rename constraint customer_pkey of customer to customer_pk
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer_pkey', @newname = N'customer_pk', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint customer_email_key of customer to one_email
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer_email_key', @newname = N'one_email', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint purchase_customer_id_fkey of purchase to of_customer
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.purchase_customer_id_fkey', @newname = N'of_customer', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
