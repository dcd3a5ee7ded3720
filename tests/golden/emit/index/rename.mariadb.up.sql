# upgrade rename
  rename index purchase_placed to purchase_by_time
    ALTER TABLE purchase RENAME INDEX purchase_placed TO purchase_by_time;
