# downgrade drop_column_that_is_indexed
  add column purchase.placed_at
    ALTER TABLE purchase ADD (placed_at TIMESTAMP WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL);
  create index purchase_placed on purchase
    CREATE INDEX purchase_placed ON purchase (placed_at DESC);
