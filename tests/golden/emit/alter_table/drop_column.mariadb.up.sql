# upgrade drop_column
  drop column purchase.note [loses data]
    ALTER TABLE purchase DROP COLUMN note;
