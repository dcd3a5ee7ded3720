# downgrade precision
  change type of part.price to decimal(8,2) [loses data]
    ALTER TABLE part ALTER COLUMN price TYPE NUMERIC(8,2);
