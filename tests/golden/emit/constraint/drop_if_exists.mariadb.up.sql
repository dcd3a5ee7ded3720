# upgrade drop_if_exists
  drop constraint purchase_amount_positive of purchase, drop constraint never_was of purchase
    ALTER TABLE purchase
      DROP CONSTRAINT IF EXISTS purchase_amount_positive,
      DROP CONSTRAINT IF EXISTS never_was;
