# upgrade set_not_null
  set not null on customer.name
    ALTER TABLE customer ALTER COLUMN name SET NOT NULL;
