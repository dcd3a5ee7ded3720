# downgrade set_type_text_to_integer
  change type of customer.name to varchar(100)
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100);
