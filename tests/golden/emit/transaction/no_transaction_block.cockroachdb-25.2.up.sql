# upgrade no_transaction_block
  add column customer.a [outside a transaction]
    ALTER TABLE customer ADD COLUMN a INT4;
  run raw SQL [outside a transaction]
    ANALYZE customer;
  add column customer.b [outside a transaction]
    ALTER TABLE customer ADD COLUMN b INT4;
