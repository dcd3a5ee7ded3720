# upgrade set_default
  set default of customer.name
    ALTER TABLE customer ALTER COLUMN name SET DEFAULT 'nobody';
