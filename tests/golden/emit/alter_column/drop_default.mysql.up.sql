# upgrade drop_default
  drop default of customer.level
    ALTER TABLE customer ALTER COLUMN level DROP DEFAULT;
