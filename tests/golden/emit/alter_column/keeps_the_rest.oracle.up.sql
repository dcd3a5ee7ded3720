# upgrade keeps_the_rest
  add column customer.code
    ALTER TABLE customer ADD (code VARCHAR2(10 CHAR) DEFAULT 'x' NOT NULL);
  comment on column customer.code
    COMMENT ON COLUMN customer.code IS 'It''s kept';
  change type of customer.code to varchar(20)
    ALTER TABLE customer MODIFY (code VARCHAR2(20 CHAR));
  drop not null on customer.code
    ALTER TABLE customer MODIFY (code NULL);
  comment on column customer.code
    COMMENT ON COLUMN customer.code IS 'Another';
  set not null on customer.code, change type of customer.code to varchar(30)
    ALTER TABLE customer MODIFY (code VARCHAR2(30 CHAR) DEFAULT 'y' NOT NULL);
  rename column customer.code to short_code
    ALTER TABLE customer RENAME COLUMN code TO short_code;
  change type of customer.short_code to varchar(40)
    ALTER TABLE customer MODIFY (short_code VARCHAR2(40 CHAR));
