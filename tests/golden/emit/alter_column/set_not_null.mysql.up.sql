# upgrade set_not_null
  set not null on customer.name
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100) NOT NULL;
