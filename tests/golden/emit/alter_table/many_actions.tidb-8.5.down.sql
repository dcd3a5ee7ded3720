# downgrade many_actions
  comment on table customer
    ALTER TABLE customer COMMENT = 'One row per customer';
  drop constraint phone_or_name of customer
    ALTER TABLE customer DROP CONSTRAINT phone_or_name;
  drop not null on customer.display_name
    ALTER TABLE customer MODIFY COLUMN display_name VARCHAR(100);
  change type of customer.email to varchar(320) [loses data]
    ALTER TABLE customer MODIFY COLUMN email VARCHAR(320) NOT NULL;
  rename column customer.display_name to name
    ALTER TABLE customer RENAME COLUMN display_name TO name;
  add column customer.level
    ALTER TABLE customer ADD COLUMN level SMALLINT NOT NULL DEFAULT 1 AFTER name;
  drop column customer.phone [loses data]
    ALTER TABLE customer DROP COLUMN phone;
