# downgrade set_not_null
  drop not null on customer.name
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100);
