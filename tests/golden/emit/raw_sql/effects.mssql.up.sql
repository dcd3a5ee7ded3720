# upgrade effects
  run raw SQL
    ALTER TABLE dbo.customer ADD fax varchar(30) NULL;
  rename column customer.fax to telefax
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer.fax', @newname = N'telefax', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
