# downgrade keeps_the_rest
  change type of customer.short_code to varchar(30) [loses data]
    ALTER TABLE customer MODIFY COLUMN short_code VARCHAR(30) NOT NULL DEFAULT 'y' COMMENT 'Another';
  rename column customer.short_code to code
    ALTER TABLE customer RENAME COLUMN short_code TO code;
  change type of customer.code to varchar(20) [loses data]
    ALTER TABLE customer MODIFY COLUMN code VARCHAR(20) NOT NULL DEFAULT 'y' COMMENT 'Another';
  drop not null on customer.code
    ALTER TABLE customer MODIFY COLUMN code VARCHAR(20) DEFAULT 'y' COMMENT 'Another';
  set default of customer.code
    ALTER TABLE customer ALTER COLUMN code SET DEFAULT 'x';
  comment on column customer.code
    ALTER TABLE customer MODIFY COLUMN code VARCHAR(20) DEFAULT 'x' COMMENT 'It''s kept';
  set not null on customer.code
    ALTER TABLE customer MODIFY COLUMN code VARCHAR(20) NOT NULL DEFAULT 'x' COMMENT 'It''s kept';
  change type of customer.code to varchar(10) [loses data]
    ALTER TABLE customer MODIFY COLUMN code VARCHAR(10) NOT NULL DEFAULT 'x' COMMENT 'It''s kept';
  drop column customer.code [loses data]
    ALTER TABLE customer DROP COLUMN code;
