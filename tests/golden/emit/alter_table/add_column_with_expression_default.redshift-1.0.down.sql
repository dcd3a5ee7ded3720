# downgrade add_column_with_expression_default
  drop column customer.seen_at [loses data]
    ALTER TABLE customer DROP COLUMN seen_at;
