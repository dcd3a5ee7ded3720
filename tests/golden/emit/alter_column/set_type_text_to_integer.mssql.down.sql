# downgrade set_type_text_to_integer
  change type of customer.name to varchar(100)
    ALTER TABLE dbo.customer ALTER COLUMN name VARCHAR(100) NULL;
