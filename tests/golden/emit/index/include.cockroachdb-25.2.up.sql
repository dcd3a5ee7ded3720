# upgrade include
  create index purchase_covering on purchase [outside a transaction]
    CREATE INDEX purchase_covering ON purchase (customer_id) INCLUDE (amount, placed_at);
