# downgrade set_type_using
  change type of purchase.note to text
    ALTER TABLE dbo.purchase ALTER COLUMN note NVARCHAR(MAX) NULL;
