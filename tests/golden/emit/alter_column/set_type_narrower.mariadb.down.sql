# downgrade set_type_narrower
  change type of purchase.amount to decimal(10,2)
    ALTER TABLE purchase MODIFY COLUMN amount DECIMAL(10,2) NOT NULL DEFAULT 0;
