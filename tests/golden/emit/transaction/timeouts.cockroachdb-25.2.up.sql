# upgrade timeouts
  set timeouts [outside a transaction]
    SET lock_timeout = '5s';
  set timeouts [outside a transaction]
    SET statement_timeout = '120s';
  add column customer.a [outside a transaction]
    ALTER TABLE customer ADD COLUMN a INT4;
  timeouts as before [outside a transaction]
    RESET lock_timeout;
  timeouts as before [outside a transaction]
    RESET statement_timeout;
