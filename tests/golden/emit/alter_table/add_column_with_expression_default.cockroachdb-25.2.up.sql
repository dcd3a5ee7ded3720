# upgrade add_column_with_expression_default
  add column customer.seen_at [outside a transaction]
    ALTER TABLE customer ADD COLUMN seen_at TIMESTAMP DEFAULT now() NOT NULL;
