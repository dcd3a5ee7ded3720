# downgrade set_type_to_text_and_back
  change type of customer.level to smallint
    ALTER TABLE customer MODIFY COLUMN level SMALLINT NOT NULL DEFAULT 1;
  change type of customer.name to varchar(100) [loses data]
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100);
