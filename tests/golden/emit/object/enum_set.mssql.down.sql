# downgrade enum_set
  change values of enum mood: person.feels
    ALTER TABLE dbo.person DROP CONSTRAINT person_feels_enum;
  change values of enum mood: person.feels
    ALTER TABLE dbo.person ADD CONSTRAINT person_feels_enum CHECK (feels IN (N'sad', N'ok', N'happy'));
  drop table person [loses data]
    DROP TABLE dbo.person;
  drop enum mood: no column uses it any more
