# upgrade not_valid
  add check constraint amount_small to purchase [outside a transaction]
    ALTER TABLE purchase ADD CONSTRAINT amount_small CHECK (amount < 1000000) NOT VALID;
  validate constraint amount_small of purchase [outside a transaction]
    ALTER TABLE purchase VALIDATE CONSTRAINT amount_small;
