# upgrade many_actions
  add column customer.phone
    ALTER TABLE customer ADD (phone VARCHAR2(30 CHAR));
  drop column customer.level [loses data]
    ALTER TABLE customer DROP COLUMN "level";
  rename column customer.name to display_name
    ALTER TABLE customer RENAME COLUMN name TO display_name;
  change type of customer.email to varchar(400) [loses data]
    ALTER TABLE customer MODIFY (email VARCHAR2(400 CHAR));
  fill nulls of customer.display_name
    UPDATE customer SET display_name = 'unknown' WHERE display_name IS NULL;
  set not null on customer.display_name
    ALTER TABLE customer MODIFY (display_name NOT NULL);
  add check constraint phone_or_name to customer
    ALTER TABLE customer ADD CONSTRAINT phone_or_name CHECK (phone IS NOT NULL OR display_name <> '');
  comment on table customer
    COMMENT ON TABLE customer IS 'Changed a lot';
