# upgrade if_not_exists
  create index customer_name on customer [outside a transaction]
    CREATE INDEX IF NOT EXISTS customer_name ON customer (name);
  drop index never_was on customer [outside a transaction]
    DROP INDEX IF EXISTS customer@never_was;
