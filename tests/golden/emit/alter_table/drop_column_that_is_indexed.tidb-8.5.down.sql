# downgrade drop_column_that_is_indexed
  add column purchase.placed_at
    ALTER TABLE purchase ADD COLUMN placed_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP;
  create index purchase_placed on purchase
    CREATE INDEX purchase_placed ON purchase (placed_at);
