# downgrade effects
  rename column customer.telefax to fax
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer.telefax', @newname = N'fax', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop column customer.fax [loses data]
    ALTER TABLE dbo.customer DROP COLUMN fax;
