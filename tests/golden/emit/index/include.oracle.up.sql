# upgrade include
  create index purchase_covering on purchase
    CREATE INDEX purchase_covering ON purchase (customer_id);
