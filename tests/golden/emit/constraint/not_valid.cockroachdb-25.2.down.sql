# downgrade not_valid
  drop constraint amount_small of purchase [outside a transaction]
    ALTER TABLE purchase DROP CONSTRAINT amount_small;
  add check constraint amount_small to purchase [outside a transaction]
    ALTER TABLE purchase ADD CONSTRAINT amount_small CHECK (amount < 1000000) NOT VALID;
  drop constraint amount_small of purchase [outside a transaction]
    ALTER TABLE purchase DROP CONSTRAINT amount_small;
