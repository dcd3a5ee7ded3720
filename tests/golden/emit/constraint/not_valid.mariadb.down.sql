# downgrade not_valid
  drop constraint amount_small of purchase
    ALTER TABLE purchase DROP CONSTRAINT amount_small;
  add check constraint amount_small to purchase
    ALTER TABLE purchase ADD CONSTRAINT amount_small CHECK (amount < 1000000);
  drop constraint amount_small of purchase
    ALTER TABLE purchase DROP CONSTRAINT amount_small;
