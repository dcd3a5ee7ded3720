# upgrade character_set
  change character set of customer.name
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100) CHARACTER SET utf8mb4;
