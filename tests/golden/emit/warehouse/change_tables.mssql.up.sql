# upgrade change_tables
  add column product.colour, add column product.weight
    ALTER TABLE dbo.product ADD
      colour VARCHAR(20) NOT NULL CONSTRAINT product_colour_default DEFAULT N'none',
      weight DECIMAL(8,3) NULL;
  comment on column product.colour
    DECLARE @failed INT;
    EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'as it is sold',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'product', @level2type = N'COLUMN', @level2name = N'colour';
    IF @failed <> 0 THROW 50000, N'sp_addextendedproperty has failed', 1;
  rename column product.name to title
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.product.name', @newname = N'title', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  make way for the end of product.code
    ALTER TABLE dbo.product DROP CONSTRAINT product_code_key;
  drop column product.code [loses data]
    ALTER TABLE dbo.product DROP COLUMN code;
  drop constraint sale_product_fk of sale
    ALTER TABLE dbo.sale DROP CONSTRAINT sale_product_fk;
  rename table sale to sold
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.sale', @newname = N'sold', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint sale_sold_at_default to sold_sold_at_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.sale_sold_at_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.sale_sold_at_default', @newname = N'sold_sold_at_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  comment on table sold
    DECLARE @failed INT;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.sold') AND minor_id = 0 AND name = N'MS_Description')
      EXEC @failed = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'what was sold',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'sold';
    ELSE
      EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'what was sold',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'sold';
    IF @failed <> 0 THROW 50000, N'the comment could not be set', 1;
