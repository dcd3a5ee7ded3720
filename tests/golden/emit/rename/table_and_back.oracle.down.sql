# downgrade table_and_back
  rename table purchase to sale
    ALTER TABLE purchase RENAME TO sale;
  drop column sale.channel [loses data]
    ALTER TABLE sale DROP COLUMN channel;
  rename table sale to purchase
    ALTER TABLE sale RENAME TO purchase;
