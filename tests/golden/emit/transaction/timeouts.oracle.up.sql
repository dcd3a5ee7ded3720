# upgrade timeouts
  set timeouts
    ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
  set timeouts: Oracle has no limit on how long a statement runs
  add column customer.a
    ALTER TABLE customer ADD (a NUMBER(10));
  lock timeout as before
    ALTER SESSION SET DDL_LOCK_TIMEOUT = 0;
