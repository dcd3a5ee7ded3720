# downgrade set_type
  change type of customer.name to varchar(100) [loses data]
    ALTER TABLE dbo.customer ALTER COLUMN name VARCHAR(100) NULL;
