# upgrade nulls_order
  create index purchase_note on purchase
    CREATE INDEX purchase_note ON purchase (note ASC, placed_at DESC);
