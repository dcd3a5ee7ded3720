# upgrade set_type
  change type of customer.name to varchar(200)
    ALTER TABLE customer ALTER COLUMN name TYPE VARCHAR(200);
