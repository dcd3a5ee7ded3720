# upgrade keeps_the_rest
  add column customer.code
    ALTER TABLE customer ADD COLUMN code VARCHAR(10) NOT NULL DEFAULT 'x' COMMENT 'It''s kept' AFTER email;
  change type of customer.code to varchar(20)
    ALTER TABLE customer MODIFY COLUMN code VARCHAR(20) NOT NULL DEFAULT 'x' COMMENT 'It''s kept';
  drop not null on customer.code
    ALTER TABLE customer MODIFY COLUMN code VARCHAR(20) DEFAULT 'x' COMMENT 'It''s kept';
  comment on column customer.code
    ALTER TABLE customer MODIFY COLUMN code VARCHAR(20) DEFAULT 'x' COMMENT 'Another';
  set default of customer.code
    ALTER TABLE customer ALTER COLUMN code SET DEFAULT 'y';
  set not null on customer.code
    ALTER TABLE customer MODIFY COLUMN code VARCHAR(20) NOT NULL DEFAULT 'y' COMMENT 'Another';
  change type of customer.code to varchar(30)
    ALTER TABLE customer MODIFY COLUMN code VARCHAR(30) NOT NULL DEFAULT 'y' COMMENT 'Another';
  rename column customer.code to short_code
    ALTER TABLE customer RENAME COLUMN code TO short_code;
  change type of customer.short_code to varchar(40)
    ALTER TABLE customer MODIFY COLUMN short_code VARCHAR(40) NOT NULL DEFAULT 'y' COMMENT 'Another';
