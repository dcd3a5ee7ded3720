# upgrade add_column_after
  add column customer.first_name, add column customer.title
    ALTER TABLE customer
      ADD COLUMN first_name VARCHAR(50) AFTER email,
      ADD COLUMN title VARCHAR(10) FIRST;
