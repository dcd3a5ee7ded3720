# upgrade add_column_unique
  add column customer.tax_id
    ALTER TABLE dbo.customer ADD
      tax_id VARCHAR(20) NULL,
      CONSTRAINT customer_tax_id_key UNIQUE (tax_id);
