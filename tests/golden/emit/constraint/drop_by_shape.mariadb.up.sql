# upgrade drop_by_shape
  drop constraint purchase_customer_id_fkey of purchase, drop constraint purchase_amount_positive of purchase
    ALTER TABLE purchase
      DROP FOREIGN KEY purchase_customer_id_fkey,
      DROP CONSTRAINT purchase_amount_positive,
      DROP INDEX purchase_customer_id_fkey;
  drop constraint customer_email_key of customer
    ALTER TABLE customer DROP INDEX customer_email_key;
