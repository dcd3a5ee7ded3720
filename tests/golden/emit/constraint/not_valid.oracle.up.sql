# upgrade not_valid
  add check constraint amount_small to purchase
    ALTER TABLE purchase ADD CONSTRAINT amount_small CHECK (amount < 1000000) ENABLE NOVALIDATE;
  validate constraint amount_small of purchase
    ALTER TABLE purchase MODIFY CONSTRAINT amount_small VALIDATE;
