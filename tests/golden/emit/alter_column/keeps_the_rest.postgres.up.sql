# upgrade keeps_the_rest
  add column customer.code
    ALTER TABLE customer ADD COLUMN code VARCHAR(10) DEFAULT 'x' NOT NULL;
  comment on column customer.code
    COMMENT ON COLUMN customer.code IS 'It''s kept';
  change type of customer.code to varchar(20)
    ALTER TABLE customer ALTER COLUMN code TYPE VARCHAR(20);
  drop not null on customer.code
    ALTER TABLE customer ALTER COLUMN code DROP NOT NULL;
  comment on column customer.code
    COMMENT ON COLUMN customer.code IS 'Another';
  set not null on customer.code
    ALTER TABLE customer ALTER COLUMN code SET NOT NULL;
  change type of customer.code to varchar(30)
    ALTER TABLE customer
      ALTER COLUMN code TYPE VARCHAR(30),
      ALTER COLUMN code SET DEFAULT 'y';
  rename column customer.code to short_code
    ALTER TABLE customer RENAME COLUMN code TO short_code;
  change type of customer.short_code to varchar(40)
    ALTER TABLE customer ALTER COLUMN short_code TYPE VARCHAR(40);
