# upgrade no_transaction_block
  add column customer.a
    ALTER TABLE customer ADD COLUMN a INT;
  run raw SQL
    ANALYZE TABLE customer;
  add column customer.b
    ALTER TABLE customer ADD COLUMN b INT;
