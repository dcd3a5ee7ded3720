# upgrade timeouts
  set timeouts: Amazon Redshift has no lock_timeout
  set timeouts
    SET LOCAL statement_timeout = 120000;
  add column customer.a
    ALTER TABLE customer ADD COLUMN a INTEGER;
  timeouts as before
    SET LOCAL statement_timeout TO DEFAULT;
