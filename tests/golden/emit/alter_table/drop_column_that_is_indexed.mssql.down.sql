# downgrade drop_column_that_is_indexed
  add column purchase.placed_at
    ALTER TABLE dbo.purchase ADD placed_at DATETIMEOFFSET NOT NULL CONSTRAINT purchase_placed_at_default DEFAULT SYSDATETIMEOFFSET();
  create index purchase_placed on purchase
    CREATE INDEX purchase_placed ON dbo.purchase (placed_at DESC);
