# upgrade add_column_if_not_exists
  add column customer.name
    ALTER TABLE customer ADD COLUMN IF NOT EXISTS name VARCHAR(100);
