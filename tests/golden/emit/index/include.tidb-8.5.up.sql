# upgrade include
  create index purchase_covering on purchase
    CREATE INDEX purchase_covering ON purchase (customer_id);
  create index purchase_covering on purchase
    ALTER TABLE purchase DROP INDEX purchase_customer_id_fkey;
