# upgrade rename
  rename index purchase_placed to purchase_by_time
    DROP INDEX purchase_placed;
  rename index purchase_placed to purchase_by_time
    CREATE INDEX purchase_by_time ON purchase (placed_at DESC);
