# upgrade if_not_exists
  create index customer_name on customer
    CREATE INDEX IF NOT EXISTS customer_name ON customer (name);
  drop index never_was on customer
    DROP INDEX IF EXISTS never_was ON customer;
