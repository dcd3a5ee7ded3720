# downgrade drop_if_exists
  add check constraint purchase_amount_positive to purchase
    ALTER TABLE purchase ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
