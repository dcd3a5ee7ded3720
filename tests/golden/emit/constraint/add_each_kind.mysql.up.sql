# upgrade add_each_kind
  create table tag
    CREATE TABLE tag (
      name VARCHAR(20),
      customer_id BIGINT,
      weight INT
    );
  add primary key tag_pk to tag
    ALTER TABLE tag ADD PRIMARY KEY (name);
  add unique constraint tag_customer_id_weight_key to tag
    ALTER TABLE tag ADD CONSTRAINT tag_customer_id_weight_key UNIQUE (customer_id, weight);
  add check constraint tag_weight_check to tag
    ALTER TABLE tag ADD CONSTRAINT tag_weight_check CHECK (weight > 0);
  add foreign key tag_customer_id_fkey to tag
    ALTER TABLE tag ADD CONSTRAINT tag_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
