# upgrade many_actions
  add column customer.phone
    ALTER TABLE customer ADD COLUMN phone VARCHAR(30);
  drop column customer.level [loses data]
    ALTER TABLE customer DROP COLUMN level;
  rename column customer.name to display_name
    ALTER TABLE customer RENAME COLUMN name TO display_name;
  change type of customer.email to varchar(400) [loses data]
    ALTER TABLE customer MODIFY COLUMN email VARCHAR(400) NOT NULL;
  fill nulls of customer.display_name
    UPDATE customer SET display_name = 'unknown' WHERE display_name IS NULL;
  set not null on customer.display_name
    ALTER TABLE customer MODIFY COLUMN display_name VARCHAR(100) NOT NULL;
  add check constraint phone_or_name to customer [up front]
    require SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')
    else check phone_or_name would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again
  add check constraint phone_or_name to customer
    ALTER TABLE customer ADD CONSTRAINT phone_or_name CHECK (phone IS NOT NULL OR display_name <> '');
  comment on table customer
    ALTER TABLE customer COMMENT = 'Changed a lot';
