# downgrade online
  create index purchase_customer on purchase
    CREATE INDEX purchase_customer ON purchase (customer_id);
  create index purchase_customer on purchase
    ALTER TABLE purchase DROP INDEX purchase_customer_id_fkey;
  drop index purchase_customer on purchase
    ALTER TABLE purchase ADD INDEX purchase_customer_id_fkey (customer_id);
  drop index purchase_customer on purchase
    DROP INDEX purchase_customer ON purchase;
