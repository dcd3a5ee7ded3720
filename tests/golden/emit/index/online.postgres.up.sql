# upgrade online
  create index purchase_customer on purchase: if the next statement fails it leaves an invalid index: DROP INDEX CONCURRENTLY purchase_customer before it is run again [outside a transaction]
  create index purchase_customer on purchase [outside a transaction]
    CREATE INDEX CONCURRENTLY purchase_customer ON purchase (customer_id);
  drop index purchase_customer on purchase [outside a transaction]
    DROP INDEX CONCURRENTLY purchase_customer;
