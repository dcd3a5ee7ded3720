# upgrade many_actions
  add column customer.phone, drop column customer.level [loses data]
    ALTER TABLE customer
      ADD COLUMN phone VARCHAR(30),
      DROP COLUMN level;
  rename column customer.name to display_name
    ALTER TABLE customer RENAME COLUMN name TO display_name;
  change type of customer.email to varchar(400) [loses data]
    ALTER TABLE customer MODIFY COLUMN email VARCHAR(400) NOT NULL;
  fill nulls of customer.display_name
    UPDATE customer SET display_name = 'unknown' WHERE display_name IS NULL;
  set not null on customer.display_name
    ALTER TABLE customer MODIFY COLUMN display_name VARCHAR(100) NOT NULL;
  add check constraint phone_or_name to customer, comment on table customer
    ALTER TABLE customer
      ADD CONSTRAINT phone_or_name CHECK (phone IS NOT NULL OR display_name <> ''),
      COMMENT = 'Changed a lot';
