# upgrade drop_by_name
  drop constraint purchase_amount_positive of purchase
    ALTER TABLE purchase DROP CONSTRAINT purchase_amount_positive;
