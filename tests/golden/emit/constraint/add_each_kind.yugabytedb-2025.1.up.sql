# upgrade add_each_kind
  create table tag [outside a transaction]
    CREATE TABLE tag (
      name VARCHAR(20),
      customer_id BIGINT,
      weight INTEGER
    );
  add primary key tag_pk to tag: YugabyteDB writes the table anew; what others write to it meanwhile may be lost
  add primary key tag_pk to tag [outside a transaction]
    ALTER TABLE tag ADD CONSTRAINT tag_pk PRIMARY KEY (name);
  add unique constraint tag_customer_id_weight_key to tag [outside a transaction]
    ALTER TABLE tag ADD CONSTRAINT tag_customer_id_weight_key UNIQUE (customer_id, weight);
  add check constraint tag_weight_check to tag [outside a transaction]
    ALTER TABLE tag ADD CONSTRAINT tag_weight_check CHECK (weight > 0);
  add foreign key tag_customer_id_fkey to tag [outside a transaction]
    ALTER TABLE tag ADD CONSTRAINT tag_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
