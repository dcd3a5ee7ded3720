# downgrade set_type_to_text_and_back
  change type of customer.level to smallint
    ALTER TABLE customer
      ALTER COLUMN level DROP DEFAULT,
      ALTER COLUMN level TYPE SMALLINT USING level::SMALLINT,
      ALTER COLUMN level SET DEFAULT 1;
  change type of customer.name to varchar(100) [loses data]
    ALTER TABLE customer ALTER COLUMN name TYPE VARCHAR(100);
