# downgrade rename
  rename index purchase_by_time to purchase_placed [outside a transaction]
    ALTER INDEX purchase@purchase_by_time RENAME TO purchase_placed;
