# downgrade rename_each_kind
  rename constraint of_customer of purchase to purchase_customer_id_fkey
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.of_customer', @newname = N'purchase_customer_id_fkey', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint one_email of customer to customer_email_key
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.one_email', @newname = N'customer_email_key', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint customer_pk of customer to customer_pkey
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer_pk', @newname = N'customer_pkey', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
