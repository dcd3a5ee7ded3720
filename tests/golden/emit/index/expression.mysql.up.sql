# upgrade expression
  create index customer_lower on customer
    CREATE INDEX customer_lower ON customer ((LOWER(name)), (level + 1) DESC);
