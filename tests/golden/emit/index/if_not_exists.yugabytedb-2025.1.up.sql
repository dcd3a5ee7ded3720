# upgrade if_not_exists
  create index customer_name on customer: if the next statement fails it leaves an invalid index: DROP INDEX IF EXISTS customer_name before it is run again
  create index customer_name on customer [outside a transaction]
    CREATE INDEX IF NOT EXISTS customer_name ON customer (name);
  drop index never_was on customer [outside a transaction]
    DROP INDEX IF EXISTS never_was;
