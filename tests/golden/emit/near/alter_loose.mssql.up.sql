# upgrade alter_loose
  add column loose.stock, add column loose.shelf
    ALTER TABLE dbo.loose ADD
      stock INT NOT NULL CONSTRAINT loose_stock_default DEFAULT 0,
      shelf VARCHAR(10) NULL;
  change type of loose.price to decimal(12,4) [loses data]
    ALTER TABLE dbo.loose ALTER COLUMN price DECIMAL(12,4) NULL;
  set default of loose.price
    ALTER TABLE dbo.loose ADD CONSTRAINT loose_price_default DEFAULT 1 FOR price;
  set not null on loose.price
    ALTER TABLE dbo.loose ALTER COLUMN price DECIMAL(12,4) NOT NULL;
  drop not null on loose.title
    ALTER TABLE dbo.loose ALTER COLUMN title VARCHAR(80) NULL;
  rename column loose.note to remark
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.loose.note', @newname = N'remark', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop column loose.extra [loses data]
    ALTER TABLE dbo.loose DROP COLUMN extra;
