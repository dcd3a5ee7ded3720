# downgrade column
  rename column purchase.total to amount
    ALTER TABLE purchase RENAME COLUMN total TO amount;
