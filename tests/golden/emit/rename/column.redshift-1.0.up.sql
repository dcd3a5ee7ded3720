# upgrade column
  rename column purchase.amount to total
    ALTER TABLE purchase RENAME COLUMN amount TO total;
