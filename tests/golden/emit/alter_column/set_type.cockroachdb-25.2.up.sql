# upgrade set_type
  change type of customer.name to varchar(200) [outside a transaction]
    ALTER TABLE customer ALTER COLUMN name TYPE VARCHAR(200);
