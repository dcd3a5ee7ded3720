# upgrade add_column_unique
  add column customer.tax_id
    ALTER TABLE customer ADD (tax_id VARCHAR2(20 CHAR) CONSTRAINT customer_tax_id_key UNIQUE);
