# downgrade drop_default
  set default of customer.level
    ALTER TABLE customer ALTER COLUMN level SET DEFAULT 1;
