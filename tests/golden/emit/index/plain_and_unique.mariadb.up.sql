# upgrade plain_and_unique
  create index customer_name on customer
    CREATE INDEX customer_name ON customer (name);
  create unique index customer_level_name on customer
    CREATE UNIQUE INDEX customer_level_name ON customer (level DESC, name);
  create index purchase_customer_id_idx on purchase
    ALTER TABLE purchase ADD INDEX purchase_customer_id_idx (customer_id), DROP INDEX purchase_customer_id_fkey;
