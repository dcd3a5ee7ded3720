# upgrade set_type_text_to_integer
  change type of customer.name to integer
    ALTER TABLE customer ALTER COLUMN name TYPE INTEGER USING length(name);
