# upgrade collation
  create index customer_name_c on customer
    CREATE INDEX customer_name_c ON customer (name COLLATE "C");
