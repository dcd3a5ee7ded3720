# downgrade set_type_using
  change type of purchase.note to text [outside a transaction]
    ALTER TABLE purchase ALTER COLUMN note TYPE TEXT;
