# upgrade timeouts
  set timeouts
    SET LOCAL lock_timeout = '5s';
  set timeouts
    SET LOCAL statement_timeout = '2min';
  add column customer.a
    ALTER TABLE customer ADD COLUMN a INTEGER;
  timeouts as before
    SET LOCAL lock_timeout TO DEFAULT;
  timeouts as before
    SET LOCAL statement_timeout TO DEFAULT;
