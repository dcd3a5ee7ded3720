# downgrade rename
  rename index purchase_by_time to purchase_placed
    ALTER TABLE purchase RENAME INDEX purchase_by_time TO purchase_placed;
