# downgrade online
  create index purchase_customer on purchase [outside a transaction]
    CREATE INDEX purchase_customer ON purchase (customer_id);
  drop index purchase_customer on purchase [outside a transaction]
    DROP INDEX purchase@purchase_customer;
