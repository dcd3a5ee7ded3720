# upgrade partial
  create index purchase_big on purchase
    CREATE INDEX purchase_big ON dbo.purchase (customer_id) WHERE amount > 1000 AND note IS NOT NULL;
