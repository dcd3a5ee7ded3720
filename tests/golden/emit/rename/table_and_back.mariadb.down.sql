# downgrade table_and_back
  rename table purchase to sale
    RENAME TABLE purchase TO sale;
  drop column sale.channel [loses data]
    ALTER TABLE sale DROP COLUMN channel;
  rename table sale to purchase
    RENAME TABLE sale TO purchase;
