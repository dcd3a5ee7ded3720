# downgrade character_set
  change character set of customer.name
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100);
