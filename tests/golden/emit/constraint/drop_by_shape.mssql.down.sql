# downgrade drop_by_shape
  add unique constraint customer_email_key to customer
    ALTER TABLE dbo.customer ADD CONSTRAINT customer_email_key UNIQUE (email);
  add check constraint purchase_amount_positive to purchase
    ALTER TABLE dbo.purchase ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
  add foreign key purchase_customer_id_fkey to purchase
    ALTER TABLE dbo.purchase ADD CONSTRAINT purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES dbo.customer (id) ON DELETE CASCADE;
