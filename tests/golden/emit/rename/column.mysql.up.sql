# upgrade column
  rename column purchase.amount to total
    ALTER TABLE purchase DROP CHECK purchase_amount_positive;
  rename column purchase.amount to total
    ALTER TABLE purchase RENAME COLUMN amount TO total;
  rename column purchase.amount to total
    ALTER TABLE purchase ADD CONSTRAINT purchase_amount_positive CHECK (total >= 0);
