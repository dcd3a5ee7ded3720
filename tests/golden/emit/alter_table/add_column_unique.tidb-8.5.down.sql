# downgrade add_column_unique
  drop column customer.tax_id [loses data]
    ALTER TABLE customer DROP COLUMN tax_id;
