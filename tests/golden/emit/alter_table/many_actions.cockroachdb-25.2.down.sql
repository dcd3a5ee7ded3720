# downgrade many_actions
  comment on table customer [outside a transaction]
    COMMENT ON TABLE customer IS 'One row per customer';
  drop constraint phone_or_name of customer [outside a transaction]
    ALTER TABLE customer DROP CONSTRAINT phone_or_name;
  drop not null on customer.display_name [outside a transaction]
    ALTER TABLE customer ALTER COLUMN display_name DROP NOT NULL;
  change type of customer.email to varchar(320) [outside a transaction] [loses data]
    ALTER TABLE customer ALTER COLUMN email TYPE VARCHAR(320);
  rename column customer.display_name to name [outside a transaction]
    ALTER TABLE customer RENAME COLUMN display_name TO name;
  add column customer.level [outside a transaction]
    ALTER TABLE customer ADD COLUMN level INT2 DEFAULT 1 NOT NULL;
  drop column customer.phone [outside a transaction] [loses data]
    ALTER TABLE customer DROP COLUMN phone;
