# upgrade timeouts
  set timeouts
    SET SESSION lock_wait_timeout = 5, innodb_lock_wait_timeout = 5;
  set timeouts
    SET SESSION max_statement_time = 120;
  add column customer.a
    ALTER TABLE customer ADD COLUMN a INT;
  timeouts as before
    SET SESSION lock_wait_timeout = DEFAULT, innodb_lock_wait_timeout = DEFAULT;
  timeouts as before
    SET SESSION max_statement_time = DEFAULT;
