# upgrade rename_each_kind
  rename constraint customer_pkey of customer to customer_pk: a primary key has no name of its own
  rename constraint customer_email_key of customer to one_email
    ALTER TABLE customer RENAME INDEX customer_email_key TO one_email;
  rename constraint purchase_customer_id_fkey of purchase to of_customer
    ALTER TABLE purchase DROP FOREIGN KEY purchase_customer_id_fkey;
  rename constraint purchase_customer_id_fkey of purchase to of_customer
    ALTER TABLE purchase DROP INDEX purchase_customer_id_fkey;
  rename constraint purchase_customer_id_fkey of purchase to of_customer
    ALTER TABLE purchase ADD INDEX of_customer (customer_id);
  rename constraint purchase_customer_id_fkey of purchase to of_customer
    ALTER TABLE purchase ADD CONSTRAINT of_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
