# upgrade precision
  change type of part.price to decimal(12,4)
    ALTER TABLE part ALTER COLUMN price TYPE NUMERIC(12,4);
