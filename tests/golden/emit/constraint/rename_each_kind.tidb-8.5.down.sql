# downgrade rename_each_kind
  rename constraint of_customer of purchase to purchase_customer_id_fkey
    ALTER TABLE purchase DROP FOREIGN KEY of_customer;
  rename constraint of_customer of purchase to purchase_customer_id_fkey
    ALTER TABLE purchase DROP INDEX of_customer;
  rename constraint of_customer of purchase to purchase_customer_id_fkey
    ALTER TABLE purchase ADD INDEX purchase_customer_id_fkey (customer_id);
  rename constraint of_customer of purchase to purchase_customer_id_fkey
    ALTER TABLE purchase ADD CONSTRAINT purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
  rename constraint one_email of customer to customer_email_key
    ALTER TABLE customer RENAME INDEX one_email TO customer_email_key;
  rename constraint customer_pk of customer to customer_pkey: a primary key has no name of its own
