# downgrade rename
  rename constraint amount_not_negative of purchase to purchase_amount_positive [outside a transaction]
    ALTER TABLE purchase RENAME CONSTRAINT amount_not_negative TO purchase_amount_positive;
