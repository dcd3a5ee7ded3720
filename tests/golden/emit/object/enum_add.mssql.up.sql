# upgrade enum_add
  create enum mood: the columns that use it are a checked NVARCHAR
  create table person
    CREATE TABLE dbo.person (
      id INT NOT NULL,
      feels NVARCHAR(5) NULL,
      CONSTRAINT person_pkey PRIMARY KEY (id),
      CONSTRAINT person_feels_enum CHECK (feels IN (N'sad', N'happy'))
    );
  add value 'ok' to enum mood: person.feels
    ALTER TABLE dbo.person DROP CONSTRAINT person_feels_enum;
  add value 'ok' to enum mood: person.feels
    ALTER TABLE dbo.person ADD CONSTRAINT person_feels_enum CHECK (feels IN (N'sad', N'ok', N'happy'));
