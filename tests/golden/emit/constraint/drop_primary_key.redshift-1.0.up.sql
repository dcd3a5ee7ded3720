# upgrade drop_primary_key
  drop constraint purchase_pkey of purchase
    ALTER TABLE purchase DROP CONSTRAINT purchase_pkey;
