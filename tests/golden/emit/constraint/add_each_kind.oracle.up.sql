# upgrade add_each_kind
  create table tag
    CREATE TABLE tag (
      name VARCHAR2(20 CHAR),
      customer_id NUMBER(19),
      weight NUMBER(10)
    );
  add primary key tag_pk to tag
    ALTER TABLE tag MODIFY (name NOT NULL);
  add primary key tag_pk to tag
    ALTER TABLE tag ADD CONSTRAINT tag_pk PRIMARY KEY (name);
  add unique constraint tag_customer_id_weight_key to tag
    ALTER TABLE tag ADD CONSTRAINT tag_customer_id_weight_key UNIQUE (customer_id, weight);
  add check constraint tag_weight_check to tag
    ALTER TABLE tag ADD CONSTRAINT tag_weight_check CHECK (weight > 0);
  add foreign key tag_customer_id_fkey to tag
    ALTER TABLE tag ADD CONSTRAINT tag_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
