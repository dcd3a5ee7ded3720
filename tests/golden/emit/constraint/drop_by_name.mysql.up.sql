# upgrade drop_by_name
  drop constraint purchase_amount_positive of purchase
    ALTER TABLE purchase DROP CHECK purchase_amount_positive;
