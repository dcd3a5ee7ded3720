# downgrade drop_column
  add column purchase.note
    ALTER TABLE purchase ADD COLUMN note TEXT AFTER amount;
