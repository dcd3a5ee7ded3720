# upgrade add_column_with_expression_default
  add column customer.seen_at
    ALTER TABLE customer ADD (seen_at TIMESTAMP DEFAULT SYSTIMESTAMP NOT NULL);
