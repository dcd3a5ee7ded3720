# downgrade collate
  change collation of customer.name
    ALTER TABLE customer ALTER COLUMN name TYPE VARCHAR(100);
