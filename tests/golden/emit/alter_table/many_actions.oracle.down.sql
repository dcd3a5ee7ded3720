# downgrade many_actions
  comment on table customer
    COMMENT ON TABLE customer IS 'One row per customer';
  drop constraint phone_or_name of customer
    ALTER TABLE customer DROP CONSTRAINT phone_or_name;
  drop not null on customer.display_name, change type of customer.email to varchar(320) [loses data]
    ALTER TABLE customer MODIFY (
      display_name NULL,
      email VARCHAR2(320 CHAR)
    );
  rename column customer.display_name to name
    ALTER TABLE customer RENAME COLUMN display_name TO name;
  add column customer.level
    ALTER TABLE customer ADD ("level" NUMBER(5) DEFAULT 1 NOT NULL);
  drop column customer.phone [loses data]
    ALTER TABLE customer DROP COLUMN phone;
