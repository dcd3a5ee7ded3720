# downgrade rename
  rename index purchase_by_time to purchase_placed
    ALTER INDEX purchase_by_time RENAME TO purchase_placed;
