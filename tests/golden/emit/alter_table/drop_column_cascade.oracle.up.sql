# upgrade drop_column_cascade
  drop constraint purchase_customer_id_fkey of purchase
    ALTER TABLE purchase DROP CONSTRAINT purchase_customer_id_fkey;
  add foreign key by_mail to purchase
    ALTER TABLE purchase ADD CONSTRAINT by_mail FOREIGN KEY (customer_id) REFERENCES customer (id);
  drop column purchase.customer_id [loses data]
    ALTER TABLE purchase DROP COLUMN customer_id CASCADE CONSTRAINTS;
