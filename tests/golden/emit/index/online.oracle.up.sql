# upgrade online
  create index purchase_customer on purchase
    CREATE INDEX purchase_customer ON purchase (customer_id) ONLINE;
  drop index purchase_customer on purchase
    DROP INDEX purchase_customer ONLINE;
