# downgrade change_tables
  remove comment of table sold
    DECLARE @failed INT = 0;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.sold') AND minor_id = 0 AND name = N'MS_Description')
      EXEC @failed = sys.sp_dropextendedproperty @name = N'MS_Description',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'sold';
    IF @failed <> 0 THROW 50000, N'sp_dropextendedproperty has failed', 1;
  rename table sold to sale
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.sold', @newname = N'sale', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint sold_sold_at_default to sale_sold_at_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.sold_sold_at_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.sold_sold_at_default', @newname = N'sale_sold_at_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  add foreign key sale_product_fk to sale
    ALTER TABLE dbo.sale ADD CONSTRAINT sale_product_fk FOREIGN KEY (product_id) REFERENCES dbo.product (id);
  add column product.code
    ALTER TABLE dbo.product ADD
      code VARCHAR(12) NOT NULL,
      CONSTRAINT product_code_key UNIQUE (code);
  rename column product.title to name
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.product.title', @newname = N'name', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop column product.weight [loses data]
    ALTER TABLE dbo.product DROP COLUMN weight;
  make way for the end of product.colour
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.product DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.product') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'colour';
    EXEC (@sql);
  drop column product.colour [loses data]
    ALTER TABLE dbo.product DROP COLUMN colour;
