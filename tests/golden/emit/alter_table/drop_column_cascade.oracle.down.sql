# downgrade drop_column_cascade
  add column purchase.customer_id
    ALTER TABLE purchase ADD (customer_id NUMBER(19) NOT NULL CONSTRAINT by_mail REFERENCES customer (id));
  drop constraint by_mail of purchase
    ALTER TABLE purchase DROP CONSTRAINT by_mail;
  add foreign key purchase_customer_id_fkey to purchase
    ALTER TABLE purchase ADD CONSTRAINT purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
