# upgrade enum_set
  create enum mood: the columns that use it are a checked NVARCHAR
  create table person
    CREATE TABLE dbo.person (
      id INT NOT NULL,
      feels NVARCHAR(5) NOT NULL CONSTRAINT person_feels_default DEFAULT N'ok',
      CONSTRAINT person_pkey PRIMARY KEY (id),
      CONSTRAINT person_feels_enum CHECK (feels IN (N'sad', N'ok', N'happy'))
    );
  change values of enum mood: person.feels [loses data]
    ALTER TABLE dbo.person DROP CONSTRAINT person_feels_enum;
  change values of enum mood: person.feels [loses data]
    UPDATE dbo.person SET feels = CASE feels WHEN N'sad' THEN N'ok' ELSE feels END WHERE feels IN (N'sad');
  change values of enum mood: person.feels [loses data]
    ALTER TABLE dbo.person ADD CONSTRAINT person_feels_enum CHECK (feels IN (N'happy', N'ok'));
