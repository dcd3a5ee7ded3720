# downgrade enum_rename_and_drop
  create enum feeling: the columns that use it are a checked NVARCHAR
  add column person.feels
    ALTER TABLE dbo.person ADD
      feels NVARCHAR(3) NULL,
      CONSTRAINT person_feels_enum CHECK (feels IN (N'sad', N'ok'));
  rename enum feeling to mood: no column's check changes
  drop table person [loses data]
    DROP TABLE dbo.person;
  drop enum mood: no column uses it any more
