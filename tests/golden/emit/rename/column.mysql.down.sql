# downgrade column
  rename column purchase.total to amount
    ALTER TABLE purchase DROP CHECK purchase_amount_positive;
  rename column purchase.total to amount
    ALTER TABLE purchase RENAME COLUMN total TO amount;
  rename column purchase.total to amount
    ALTER TABLE purchase ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
