# upgrade nulls_not_distinct
  create unique index customer_name_once on customer
    CREATE UNIQUE INDEX customer_name_once ON dbo.customer (name);
