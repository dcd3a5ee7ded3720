# upgrade timeouts
  set timeouts: YugabyteDB has no lock_timeout
  set timeouts [outside a transaction]
    SET statement_timeout = '2min';
  add column customer.a [outside a transaction]
    ALTER TABLE customer ADD COLUMN a INTEGER;
  timeouts as before [outside a transaction]
    RESET statement_timeout;
