# downgrade drop_by_shape
  add unique constraint customer_email_key to customer
    ALTER TABLE customer ADD CONSTRAINT customer_email_key UNIQUE (email);
  add check constraint purchase_amount_positive to purchase, add foreign key purchase_customer_id_fkey to purchase
    ALTER TABLE purchase
      ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0),
      ADD INDEX purchase_customer_id_fkey (customer_id),
      ADD CONSTRAINT purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
