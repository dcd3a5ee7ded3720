# upgrade include
  create index purchase_covering on purchase
    CREATE INDEX purchase_covering ON dbo.purchase (customer_id) INCLUDE (amount, placed_at);
