# upgrade add_column_unique
  add column customer.tax_id [outside a transaction]
    ALTER TABLE customer ADD COLUMN tax_id VARCHAR(20);
  add column customer.tax_id [outside a transaction]
    ALTER TABLE customer ADD CONSTRAINT customer_tax_id_key UNIQUE (tax_id);
