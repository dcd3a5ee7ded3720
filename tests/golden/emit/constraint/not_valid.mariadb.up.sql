# upgrade not_valid
  add check constraint amount_small to purchase
    ALTER TABLE purchase ADD CONSTRAINT amount_small CHECK (amount < 1000000);
  validate constraint amount_small of purchase: the rows were checked when it was added
