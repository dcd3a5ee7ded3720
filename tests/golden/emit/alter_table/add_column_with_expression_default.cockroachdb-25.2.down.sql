# downgrade add_column_with_expression_default
  drop column customer.seen_at [outside a transaction] [loses data]
    ALTER TABLE customer DROP COLUMN seen_at;
