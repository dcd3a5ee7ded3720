# upgrade drop_column_that_is_indexed
  drop column purchase.placed_at [outside a transaction] [loses data]
    ALTER TABLE purchase DROP COLUMN placed_at;
