# upgrade online
  create index purchase_customer on purchase
    ALTER TABLE purchase ADD INDEX purchase_customer (customer_id), DROP INDEX purchase_customer_id_fkey, ALGORITHM=INPLACE, LOCK=NONE;
  drop index purchase_customer on purchase
    ALTER TABLE purchase DROP INDEX purchase_customer, ADD INDEX purchase_customer_id_fkey (customer_id), ALGORITHM=INPLACE, LOCK=NONE;
