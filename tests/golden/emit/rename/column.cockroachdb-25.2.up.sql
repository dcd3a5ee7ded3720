# upgrade column
  rename column purchase.amount to total [outside a transaction]
    ALTER TABLE purchase RENAME COLUMN amount TO total;
