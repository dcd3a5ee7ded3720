# downgrade many_actions
  comment on table customer, drop constraint phone_or_name of customer, drop not null on customer.display_name, and 1 more [loses data]
    ALTER TABLE customer
      COMMENT = 'One row per customer',
      DROP CHECK phone_or_name,
      MODIFY COLUMN display_name VARCHAR(100),
      MODIFY COLUMN email VARCHAR(320) NOT NULL;
  rename column customer.display_name to name
    ALTER TABLE customer RENAME COLUMN display_name TO name;
  add column customer.level, drop column customer.phone [loses data]
    ALTER TABLE customer
      ADD COLUMN level SMALLINT NOT NULL DEFAULT 1 AFTER name,
      DROP COLUMN phone;
