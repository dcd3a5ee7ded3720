# downgrade enum_add
  change values of enum mood (person.feels): drop the check
    ALTER TABLE person DROP CONSTRAINT person_feels_enum;
  change values of enum mood (person.feels): the check of the new values
    ALTER TABLE person ADD CONSTRAINT person_feels_enum CHECK (feels IN ('sad', 'happy'));
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood: no column uses it any more
