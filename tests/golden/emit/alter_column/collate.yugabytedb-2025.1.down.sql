# downgrade collate
  change collation of customer.name [outside a transaction]
    ALTER TABLE customer ALTER COLUMN name TYPE VARCHAR(100);
