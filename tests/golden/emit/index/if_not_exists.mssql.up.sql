# upgrade if_not_exists
  create index customer_name on customer
    IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'dbo.customer') AND name = N'customer_name')
    CREATE INDEX customer_name ON dbo.customer (name);
  drop index never_was on customer
    DROP INDEX IF EXISTS never_was ON dbo.customer;
