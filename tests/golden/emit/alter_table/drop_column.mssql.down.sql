# downgrade drop_column
  add column purchase.note
    ALTER TABLE dbo.purchase ADD note NVARCHAR(MAX) NULL;
