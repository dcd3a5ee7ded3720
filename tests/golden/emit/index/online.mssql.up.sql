# upgrade online
  create index purchase_customer on purchase [outside a transaction]
    IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (3, 5, 8)
      EXEC (N'CREATE INDEX purchase_customer ON dbo.purchase (customer_id) WITH (ONLINE = ON)');
    ELSE
      EXEC (N'CREATE INDEX purchase_customer ON dbo.purchase (customer_id)');
  drop index purchase_customer on purchase [outside a transaction]
    DROP INDEX purchase_customer ON dbo.purchase;
