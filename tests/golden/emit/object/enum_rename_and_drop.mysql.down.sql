# downgrade enum_rename_and_drop
  create enum feeling: its columns are ENUM (…), which has no name
  add column person.feels
    ALTER TABLE person ADD COLUMN feels ENUM('sad', 'ok');
  rename enum feeling to mood: ENUM (…) has no name
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood: no column uses it any more
