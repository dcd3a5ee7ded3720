# upgrade many_actions
  add column customer.phone [outside a transaction]
    ALTER TABLE customer ADD COLUMN phone VARCHAR(30);
  drop column customer.level [outside a transaction] [loses data]
    ALTER TABLE customer DROP COLUMN level;
  rename column customer.name to display_name [outside a transaction]
    ALTER TABLE customer RENAME COLUMN name TO display_name;
  change type of customer.email to varchar(400) [outside a transaction] [loses data]
    ALTER TABLE customer ALTER COLUMN email TYPE VARCHAR(400);
  fill nulls of customer.display_name
    UPDATE customer SET display_name = 'unknown' WHERE display_name IS NULL;
  set not null on customer.display_name [outside a transaction]
    ALTER TABLE customer ALTER COLUMN display_name SET NOT NULL;
  add check constraint phone_or_name to customer [outside a transaction]
    ALTER TABLE customer ADD CONSTRAINT phone_or_name CHECK (phone IS NOT NULL OR display_name <> '');
  comment on table customer [outside a transaction]
    COMMENT ON TABLE customer IS 'Changed a lot';
