# downgrade rename_each_kind
  rename constraint of_customer of purchase to purchase_customer_id_fkey
    ALTER TABLE purchase RENAME CONSTRAINT of_customer TO purchase_customer_id_fkey;
  rename constraint one_email of customer to customer_email_key
    ALTER TABLE customer RENAME CONSTRAINT one_email TO customer_email_key;
  rename constraint customer_pk of customer to customer_pkey
    ALTER TABLE customer RENAME CONSTRAINT customer_pk TO customer_pkey;
