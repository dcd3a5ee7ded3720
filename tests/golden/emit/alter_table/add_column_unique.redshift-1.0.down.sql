# downgrade add_column_unique
  drop constraint customer_tax_id_key of customer
    ALTER TABLE customer DROP CONSTRAINT customer_tax_id_key;
  drop column customer.tax_id [loses data]
    ALTER TABLE customer DROP COLUMN tax_id;
