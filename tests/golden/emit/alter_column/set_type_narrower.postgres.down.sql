# downgrade set_type_narrower
  change type of purchase.amount to decimal(10,2)
    ALTER TABLE purchase ALTER COLUMN amount TYPE NUMERIC(10,2);
