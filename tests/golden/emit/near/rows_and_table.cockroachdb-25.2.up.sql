# upgrade rows_and_table
  update rows of loose
    UPDATE loose SET price = 0 WHERE price IS NULL;
  add column loose.sold [outside a transaction]
    ALTER TABLE loose ADD COLUMN sold INT4;
