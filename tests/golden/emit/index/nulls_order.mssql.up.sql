# upgrade nulls_order
  create index purchase_note on purchase
    CREATE INDEX purchase_note ON dbo.purchase (note ASC, placed_at DESC);
