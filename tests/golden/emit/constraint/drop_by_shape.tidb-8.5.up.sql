# upgrade drop_by_shape
  drop constraint purchase_customer_id_fkey of purchase
    ALTER TABLE purchase DROP FOREIGN KEY purchase_customer_id_fkey;
  drop constraint purchase_customer_id_fkey of purchase
    ALTER TABLE purchase DROP INDEX purchase_customer_id_fkey;
  drop constraint purchase_amount_positive of purchase
    ALTER TABLE purchase DROP CONSTRAINT purchase_amount_positive;
  drop constraint customer_email_key of customer
    ALTER TABLE customer DROP INDEX customer_email_key;
