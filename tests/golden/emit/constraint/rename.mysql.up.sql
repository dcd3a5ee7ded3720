# upgrade rename
  rename constraint purchase_amount_positive of purchase to amount_not_negative
    ALTER TABLE purchase
      DROP CHECK purchase_amount_positive,
      ADD CONSTRAINT amount_not_negative CHECK (amount >= 0);
