# downgrade set_type
  change type of customer.name to varchar(100) [outside a transaction] [loses data]
    ALTER TABLE customer ALTER COLUMN name TYPE VARCHAR(100);
