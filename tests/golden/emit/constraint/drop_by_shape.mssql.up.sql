# upgrade drop_by_shape
  drop constraint purchase_customer_id_fkey of purchase
    ALTER TABLE dbo.purchase DROP CONSTRAINT purchase_customer_id_fkey;
  drop constraint purchase_amount_positive of purchase
    ALTER TABLE dbo.purchase DROP CONSTRAINT purchase_amount_positive;
  drop constraint customer_email_key of customer
    ALTER TABLE dbo.customer DROP CONSTRAINT customer_email_key;
