# upgrade timeouts
  set timeouts: TiDB does not limit how long a statement waits
  set timeouts: TiDB limits the time of queries alone
  add column customer.a
    ALTER TABLE customer ADD COLUMN a INT;
