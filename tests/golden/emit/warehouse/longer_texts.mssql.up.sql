# upgrade longer_texts
  define view named
    CREATE VIEW dbo.named AS
    select id, name from product;
  change type of product.name to varchar(80)
    ALTER TABLE dbo.product ALTER COLUMN name VARCHAR(80) NOT NULL;
  add column product.note
    ALTER TABLE dbo.product ADD note VARCHAR(10) NULL;
  view named looks at product again
    EXEC sys.sp_refreshview @viewname = N'dbo.named';
  change type of product.note to text
    ALTER TABLE dbo.product ALTER COLUMN note NVARCHAR(MAX) NULL;
  view named looks at product again
    EXEC sys.sp_refreshview @viewname = N'dbo.named';
