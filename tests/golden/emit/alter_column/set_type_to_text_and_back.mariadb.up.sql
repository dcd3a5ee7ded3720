# upgrade set_type_to_text_and_back
  change type of customer.name to text
    ALTER TABLE customer MODIFY COLUMN name TEXT;
  change type of customer.level to varchar(10)
    ALTER TABLE customer MODIFY COLUMN level VARCHAR(10) NOT NULL DEFAULT 1;
