# downgrade keeps_the_rest
  change type of customer.short_code to varchar(30) [loses data]
    ALTER TABLE customer ALTER COLUMN short_code TYPE VARCHAR(30);
  rename column customer.short_code to code
    ALTER TABLE customer RENAME COLUMN short_code TO code;
  change type of customer.code to varchar(20) [loses data]
    ALTER TABLE customer ALTER COLUMN code TYPE VARCHAR(20);
  drop not null on customer.code, set default of customer.code
    ALTER TABLE customer
      ALTER COLUMN code DROP NOT NULL,
      ALTER COLUMN code SET DEFAULT 'x';
  comment on column customer.code
    COMMENT ON COLUMN customer.code IS 'It''s kept';
  set not null on customer.code
    ALTER TABLE customer ALTER COLUMN code SET NOT NULL;
  change type of customer.code to varchar(10) [loses data]
    ALTER TABLE customer ALTER COLUMN code TYPE VARCHAR(10);
  drop column customer.code [loses data]
    ALTER TABLE customer DROP COLUMN code;
