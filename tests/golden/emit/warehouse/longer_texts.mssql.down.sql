# downgrade longer_texts
  change type of product.note to varchar(10) [loses data]
    ALTER TABLE dbo.product ALTER COLUMN note VARCHAR(10) NULL;
  view named looks at product again
    EXEC sys.sp_refreshview @viewname = N'dbo.named';
  drop column product.note [loses data]
    ALTER TABLE dbo.product DROP COLUMN note;
  change type of product.name to varchar(40) [loses data]
    ALTER TABLE dbo.product ALTER COLUMN name VARCHAR(40) NOT NULL;
  view named looks at product again
    EXEC sys.sp_refreshview @viewname = N'dbo.named';
  drop view named
    DROP VIEW dbo.named;
