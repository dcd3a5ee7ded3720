# upgrade table_and_back
  rename table purchase to sale
    ALTER TABLE purchase RENAME TO sale;
  add column sale.channel
    ALTER TABLE sale ADD (channel VARCHAR2(10 CHAR));
  rename table sale to purchase
    ALTER TABLE sale RENAME TO purchase;
