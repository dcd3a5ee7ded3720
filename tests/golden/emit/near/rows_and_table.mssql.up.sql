# upgrade rows_and_table
  update rows of loose
    UPDATE dbo.loose SET price = 0 WHERE price IS NULL;
  add column loose.sold
    ALTER TABLE dbo.loose ADD sold INT NULL;
