# downgrade enum_life
  rename value 'unhappy' of enum mood to 'sad': person.feels
    ALTER TABLE dbo.person DROP CONSTRAINT person_feels_enum;
  rename value 'unhappy' of enum mood to 'sad': person.feels
    UPDATE dbo.person SET feels = CASE feels WHEN N'unhappy' THEN N'sad' ELSE feels END WHERE feels IN (N'unhappy');
  rename value 'unhappy' of enum mood to 'sad': person.feels
    ALTER TABLE dbo.person ALTER COLUMN feels NVARCHAR(5) NOT NULL;
  rename value 'unhappy' of enum mood to 'sad': person.feels
    ALTER TABLE dbo.person ADD CONSTRAINT person_feels_enum CHECK (feels IN (N'sad', N'ok', N'happy'));
  drop table person [loses data]
    DROP TABLE dbo.person;
  drop enum mood: no column uses it any more
