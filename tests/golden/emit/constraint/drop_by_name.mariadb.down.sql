# downgrade drop_by_name
  add check constraint purchase_amount_positive to purchase
    ALTER TABLE purchase ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
