# upgrade table_and_back
  rename table purchase to sale
    RENAME TABLE purchase TO sale;
  add column sale.channel
    ALTER TABLE sale ADD COLUMN channel VARCHAR(10);
  rename table sale to purchase
    RENAME TABLE sale TO purchase;
