# upgrade no_transaction_block
  add column customer.a
    ALTER TABLE customer ADD COLUMN a INTEGER;
  run raw SQL [outside a transaction]
    ANALYZE customer;
  add column customer.b
    ALTER TABLE customer ADD COLUMN b INTEGER;
