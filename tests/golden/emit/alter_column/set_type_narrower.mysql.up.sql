# upgrade set_type_narrower
  change type of purchase.amount to decimal(8,2) [loses data]
    ALTER TABLE purchase MODIFY COLUMN amount DECIMAL(8,2) NOT NULL DEFAULT 0;
