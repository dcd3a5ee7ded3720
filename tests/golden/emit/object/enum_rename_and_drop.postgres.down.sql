# downgrade enum_rename_and_drop
  create enum feeling
    CREATE TYPE feeling AS ENUM ('sad', 'ok');
  add column person.feels
    ALTER TABLE person ADD COLUMN feels feeling;
  rename enum feeling to mood
    ALTER TYPE feeling RENAME TO mood;
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood
    DROP TYPE mood;
