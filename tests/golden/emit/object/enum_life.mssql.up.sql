# upgrade enum_life
  create enum mood: the columns that use it are a checked NVARCHAR
  create table person
    CREATE TABLE dbo.person (
      id INT NOT NULL,
      name NVARCHAR(MAX) NULL,
      feels NVARCHAR(5) NOT NULL CONSTRAINT person_feels_default DEFAULT N'ok',
      CONSTRAINT person_pkey PRIMARY KEY (id),
      CONSTRAINT person_feels_enum CHECK (feels IN (N'sad', N'ok', N'happy'))
    );
  rename value 'sad' of enum mood to 'unhappy': person.feels
    ALTER TABLE dbo.person DROP CONSTRAINT person_feels_enum;
  rename value 'sad' of enum mood to 'unhappy': person.feels
    ALTER TABLE dbo.person ALTER COLUMN feels NVARCHAR(7) NOT NULL;
  rename value 'sad' of enum mood to 'unhappy': person.feels
    UPDATE dbo.person SET feels = CASE feels WHEN N'sad' THEN N'unhappy' ELSE feels END WHERE feels IN (N'sad');
  rename value 'sad' of enum mood to 'unhappy': person.feels
    ALTER TABLE dbo.person ADD CONSTRAINT person_feels_enum CHECK (feels IN (N'unhappy', N'ok', N'happy'));
