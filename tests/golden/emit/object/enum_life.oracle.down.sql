# downgrade enum_life
  rename value 'unhappy' of enum mood to 'sad' (person.feels): drop the check
    ALTER TABLE person DROP CONSTRAINT person_feels_enum;
  rename value 'unhappy' of enum mood to 'sad' (person.feels): exchange values
    UPDATE person SET feels = 'sad' WHERE feels = 'unhappy';
  rename value 'unhappy' of enum mood to 'sad' (person.feels): room for the longest value
    ALTER TABLE person MODIFY (feels VARCHAR2(5 CHAR));
  rename value 'unhappy' of enum mood to 'sad' (person.feels): the check of the new values
    ALTER TABLE person ADD CONSTRAINT person_feels_enum CHECK (feels IN ('sad', 'ok', 'happy'));
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood: no column uses it any more
