# upgrade set_type_text_to_integer
  change type of customer.name to integer
    ALTER TABLE dbo.customer ADD migc_new_name INT NULL;
  change type of customer.name to integer
    UPDATE dbo.customer SET migc_new_name = LEN(name);
  change type of customer.name to integer
    ALTER TABLE dbo.customer DROP COLUMN name;
  change type of customer.name to integer
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer.migc_new_name', @newname = N'name', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
