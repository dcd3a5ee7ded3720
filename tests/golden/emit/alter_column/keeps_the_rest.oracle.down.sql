# downgrade keeps_the_rest
  change type of customer.short_code to varchar(30) [loses data]
    ALTER TABLE customer MODIFY (short_code VARCHAR2(30 CHAR));
  rename column customer.short_code to code
    ALTER TABLE customer RENAME COLUMN short_code TO code;
  change type of customer.code to varchar(20), drop not null on customer.code, set default of customer.code [loses data]
    ALTER TABLE customer MODIFY (code VARCHAR2(20 CHAR) DEFAULT 'x' NULL);
  comment on column customer.code
    COMMENT ON COLUMN customer.code IS 'It''s kept';
  set not null on customer.code
    ALTER TABLE customer MODIFY (code NOT NULL);
  change type of customer.code to varchar(10) [loses data]
    ALTER TABLE customer MODIFY (code VARCHAR2(10 CHAR));
  drop column customer.code [loses data]
    ALTER TABLE customer DROP COLUMN code;
