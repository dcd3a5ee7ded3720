# upgrade expression
  create index customer_lower on customer
    CREATE INDEX customer_lower ON customer (lower(name), (level + 1) DESC);
