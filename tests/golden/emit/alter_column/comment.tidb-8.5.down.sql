# downgrade comment
  remove comment of column purchase.note
    ALTER TABLE purchase MODIFY COLUMN note TEXT;
  remove comment of table purchase
    ALTER TABLE purchase COMMENT = '';
  comment on table customer
    ALTER TABLE customer COMMENT = 'One row per customer';
  remove comment of column customer.level
    ALTER TABLE customer MODIFY COLUMN level SMALLINT NOT NULL DEFAULT 1;
  comment on column customer.name
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100) COMMENT 'It''s the name';
  remove comment of column customer.name
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100);
