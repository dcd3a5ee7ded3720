# downgrade not_valid
  drop constraint amount_small of purchase, add check constraint amount_small to purchase
    ALTER TABLE purchase
      DROP CONSTRAINT amount_small,
      ADD CONSTRAINT amount_small CHECK (amount < 1000000) NOT VALID;
  drop constraint amount_small of purchase
    ALTER TABLE purchase DROP CONSTRAINT amount_small;
