# upgrade timeouts
  set timeouts
    SET SESSION lock_wait_timeout = 5, innodb_lock_wait_timeout = 5;
  set timeouts: MySQL limits the time of queries alone
  add column customer.a
    ALTER TABLE customer ADD COLUMN a INT;
  timeouts as before
    SET SESSION lock_wait_timeout = DEFAULT, innodb_lock_wait_timeout = DEFAULT;
