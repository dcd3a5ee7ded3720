# upgrade plain_and_unique
  create index customer_name on customer
    CREATE INDEX customer_name ON dbo.customer (name);
  create unique index customer_level_name on customer
    CREATE UNIQUE INDEX customer_level_name ON dbo.customer (level DESC, name);
  create index purchase_customer_id_idx on purchase
    CREATE INDEX purchase_customer_id_idx ON dbo.purchase (customer_id);
