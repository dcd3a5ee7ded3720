# upgrade same_columns_as_a_key
  create index customer_email on customer
    CREATE INDEX customer_email ON customer (email);
