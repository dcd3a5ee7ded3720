# downgrade many_actions
  comment on table customer
    COMMENT ON TABLE customer IS 'One row per customer';
  drop constraint phone_or_name of customer, drop not null on customer.display_name, change type of customer.email to varchar(320) [loses data]
    ALTER TABLE customer
      DROP CONSTRAINT phone_or_name,
      ALTER COLUMN display_name DROP NOT NULL,
      ALTER COLUMN email TYPE VARCHAR(320);
  rename column customer.display_name to name
    ALTER TABLE customer RENAME COLUMN display_name TO name;
  add column customer.level, drop column customer.phone [loses data]
    ALTER TABLE customer
      ADD COLUMN level SMALLINT DEFAULT 1 NOT NULL,
      DROP COLUMN phone;
