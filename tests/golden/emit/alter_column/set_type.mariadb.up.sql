# upgrade set_type
  change type of customer.name to varchar(200)
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(200);
