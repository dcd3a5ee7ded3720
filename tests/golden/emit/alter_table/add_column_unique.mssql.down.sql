# downgrade add_column_unique
  make way for the end of customer.tax_id
    ALTER TABLE dbo.customer DROP CONSTRAINT customer_tax_id_key;
  drop column customer.tax_id [loses data]
    ALTER TABLE dbo.customer DROP COLUMN tax_id;
