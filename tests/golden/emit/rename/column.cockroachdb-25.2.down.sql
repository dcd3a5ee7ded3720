# downgrade column
  rename column purchase.total to amount [outside a transaction]
    ALTER TABLE purchase RENAME COLUMN total TO amount;
