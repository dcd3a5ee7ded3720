# downgrade set_default
  drop default of customer.name
    ALTER TABLE customer ALTER COLUMN name DROP DEFAULT;
