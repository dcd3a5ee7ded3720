# downgrade enum_rename_and_drop [foreign keys off]
  create enum feeling (the columns that use it are a checked VARCHAR)
  add column person.feels
    ALTER TABLE person ADD COLUMN feels VARCHAR(3) CHECK (feels IN ('sad', 'ok'));
  rename enum feeling to mood (no column's check changes)
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood (no column uses it any more)
