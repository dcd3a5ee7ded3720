# upgrade set_type_to_text_and_back
  change type of customer.name to text
    ALTER TABLE customer ALTER COLUMN name TYPE TEXT;
  change type of customer.level to varchar(10)
    ALTER TABLE customer
      ALTER COLUMN level TYPE VARCHAR(10),
      ALTER COLUMN level SET DEFAULT 1;
