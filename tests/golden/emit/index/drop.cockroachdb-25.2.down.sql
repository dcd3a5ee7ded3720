# downgrade drop
  create index purchase_placed on purchase [outside a transaction]
    CREATE INDEX purchase_placed ON purchase (placed_at DESC);
