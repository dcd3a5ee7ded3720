# upgrade set_not_null_fill
  fill nulls of customer.name
    UPDATE customer SET name = 'unknown' WHERE name IS NULL;
  set not null on customer.name [outside a transaction]
    ALTER TABLE customer ALTER COLUMN name SET NOT NULL;
