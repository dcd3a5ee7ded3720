# upgrade comment
  comment on column customer.name
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100) COMMENT 'It''s the name';
  remove comment of column customer.name
    ALTER TABLE customer MODIFY COLUMN name VARCHAR(100);
  comment on column customer.level
    ALTER TABLE customer MODIFY COLUMN level SMALLINT NOT NULL DEFAULT 1 COMMENT 'From 1 to 9';
  comment on table customer
    ALTER TABLE customer COMMENT = 'Those who buy';
  comment on table purchase
    ALTER TABLE purchase COMMENT = 'What was bought';
  comment on column purchase.note
    ALTER TABLE purchase MODIFY COLUMN note TEXT COMMENT 'Free text';
