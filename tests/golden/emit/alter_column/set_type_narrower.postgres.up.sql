# upgrade set_type_narrower
  change type of purchase.amount to decimal(8,2) [loses data]
    ALTER TABLE purchase ALTER COLUMN amount TYPE NUMERIC(8,2);
