# upgrade rename
  rename constraint purchase_amount_positive of purchase to amount_not_negative [outside a transaction]
    ALTER TABLE purchase RENAME CONSTRAINT purchase_amount_positive TO amount_not_negative;
