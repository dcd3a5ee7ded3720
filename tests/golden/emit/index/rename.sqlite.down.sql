# downgrade rename
  rename index purchase_by_time to purchase_placed
    DROP INDEX purchase_by_time;
  rename index purchase_by_time to purchase_placed
    CREATE INDEX purchase_placed ON purchase (placed_at DESC);
