# upgrade set_not_null_fill
  fill nulls of customer.name
    UPDATE customer SET name = 'unknown' WHERE name IS NULL;
  set not null on customer.name
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100) NOT NULL;
