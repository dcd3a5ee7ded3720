# upgrade rename
  rename index purchase_placed to purchase_by_time [outside a transaction]
    ALTER INDEX purchase@purchase_placed RENAME TO purchase_by_time;
