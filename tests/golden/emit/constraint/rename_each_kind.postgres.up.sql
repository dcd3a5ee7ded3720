# upgrade rename_each_kind
  rename constraint customer_pkey of customer to customer_pk
    ALTER TABLE customer RENAME CONSTRAINT customer_pkey TO customer_pk;
  rename constraint customer_email_key of customer to one_email
    ALTER TABLE customer RENAME CONSTRAINT customer_email_key TO one_email;
  rename constraint purchase_customer_id_fkey of purchase to of_customer
    ALTER TABLE purchase RENAME CONSTRAINT purchase_customer_id_fkey TO of_customer;
