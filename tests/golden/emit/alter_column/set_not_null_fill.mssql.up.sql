# upgrade set_not_null_fill
  fill nulls of customer.name
    UPDATE dbo.customer SET name = N'unknown' WHERE name IS NULL;
  set not null on customer.name
    ALTER TABLE dbo.customer ALTER COLUMN name VARCHAR(100) NOT NULL;
