# upgrade collate
  change collation of customer.name
    ALTER TABLE customer MODIFY (name COLLATE "C");
