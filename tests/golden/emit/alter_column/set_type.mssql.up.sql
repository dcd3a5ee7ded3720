# upgrade set_type
  change type of customer.name to varchar(200)
    ALTER TABLE dbo.customer ALTER COLUMN name VARCHAR(200) NULL;
