# downgrade set_type_using
  change type of purchase.note to text
    ALTER TABLE purchase MODIFY COLUMN note TEXT;
