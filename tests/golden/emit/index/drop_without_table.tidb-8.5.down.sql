# downgrade drop_without_table
  create index purchase_placed on purchase
    CREATE INDEX purchase_placed ON purchase (placed_at);
