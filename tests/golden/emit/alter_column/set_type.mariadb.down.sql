# downgrade set_type
  change type of customer.name to varchar(100) [loses data]
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100);
