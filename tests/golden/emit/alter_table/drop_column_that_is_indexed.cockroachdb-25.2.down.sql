# downgrade drop_column_that_is_indexed
  add column purchase.placed_at [outside a transaction]
    ALTER TABLE purchase ADD COLUMN placed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL;
  create index purchase_placed on purchase [outside a transaction]
    CREATE INDEX purchase_placed ON purchase (placed_at DESC);
