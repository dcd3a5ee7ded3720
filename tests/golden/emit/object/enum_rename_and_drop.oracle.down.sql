# downgrade enum_rename_and_drop
  create enum feeling: the columns that use it are a checked VARCHAR2
  add column person.feels
    ALTER TABLE person ADD (feels VARCHAR2(3 CHAR) CONSTRAINT person_feels_enum CHECK (feels IN ('sad', 'ok')));
  rename enum feeling to mood: an enum has no name here
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood: no column uses it any more
