# upgrade partial
  create index purchase_big on purchase [outside a transaction]
    CREATE INDEX purchase_big ON purchase (customer_id) WHERE amount > 1000 AND note IS NOT NULL;
