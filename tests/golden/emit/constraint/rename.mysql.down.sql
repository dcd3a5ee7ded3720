# downgrade rename
  rename constraint amount_not_negative of purchase to purchase_amount_positive
    ALTER TABLE purchase
      DROP CHECK amount_not_negative,
      ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
