# upgrade drop_column
  drop column purchase.note [loses data]
    ALTER TABLE dbo.purchase DROP COLUMN note;
