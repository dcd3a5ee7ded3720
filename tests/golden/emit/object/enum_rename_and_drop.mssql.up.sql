# upgrade enum_rename_and_drop
  create enum mood: the columns that use it are a checked NVARCHAR
  create table person
    CREATE TABLE dbo.person (
      id INT NOT NULL,
      feels NVARCHAR(3) NULL,
      CONSTRAINT person_pkey PRIMARY KEY (id),
      CONSTRAINT person_feels_enum CHECK (feels IN (N'sad', N'ok'))
    );
  rename enum mood to feeling: no column's check changes
  make way for the end of person.feels
    ALTER TABLE dbo.person DROP CONSTRAINT person_feels_enum;
  drop column person.feels [loses data]
    ALTER TABLE dbo.person DROP COLUMN feels;
  drop enum feeling: no column uses it any more
