# downgrade add_column_unique
  drop column customer.tax_id [outside a transaction] [loses data]
    ALTER TABLE customer DROP COLUMN tax_id;
