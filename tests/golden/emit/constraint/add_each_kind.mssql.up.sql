# upgrade add_each_kind
  create table tag
    CREATE TABLE dbo.tag (
      name VARCHAR(20) NULL,
      customer_id BIGINT NULL,
      weight INT NULL
    );
  add primary key tag_pk to tag
    ALTER TABLE dbo.tag ALTER COLUMN name VARCHAR(20) NOT NULL;
  add primary key tag_pk to tag
    ALTER TABLE dbo.tag ADD CONSTRAINT tag_pk PRIMARY KEY (name);
  add unique constraint tag_customer_id_weight_key to tag
    ALTER TABLE dbo.tag ADD CONSTRAINT tag_customer_id_weight_key UNIQUE (customer_id, weight);
  add check constraint tag_weight_check to tag
    ALTER TABLE dbo.tag ADD CONSTRAINT tag_weight_check CHECK (weight > 0);
  add foreign key tag_customer_id_fkey to tag
    ALTER TABLE dbo.tag ADD CONSTRAINT tag_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES dbo.customer (id) ON DELETE CASCADE;
