# downgrade drop_by_shape
  add unique constraint customer_email_key to customer
    ALTER TABLE customer ADD CONSTRAINT customer_email_key UNIQUE (email);
  add check constraint purchase_amount_positive to purchase [up front]
    require SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')
    else check purchase_amount_positive would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again
  add check constraint purchase_amount_positive to purchase
    ALTER TABLE purchase ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
  add foreign key purchase_customer_id_fkey to purchase
    ALTER TABLE purchase ADD INDEX purchase_customer_id_fkey (customer_id);
  add foreign key purchase_customer_id_fkey to purchase
    ALTER TABLE purchase ADD CONSTRAINT purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
