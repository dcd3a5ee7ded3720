# upgrade enum_life
  create enum mood: the columns that use it are a checked VARCHAR2
  create table person
    CREATE TABLE person (
      id NUMBER(10) NOT NULL,
      name CLOB,
      feels VARCHAR2(5 CHAR) DEFAULT 'ok' NOT NULL CONSTRAINT person_feels_enum CHECK (feels IN ('sad', 'ok', 'happy')),
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  rename value 'sad' of enum mood to 'unhappy' (person.feels): drop the check
    ALTER TABLE person DROP CONSTRAINT person_feels_enum;
  rename value 'sad' of enum mood to 'unhappy' (person.feels): room for the longest value
    ALTER TABLE person MODIFY (feels VARCHAR2(7 CHAR));
  rename value 'sad' of enum mood to 'unhappy' (person.feels): exchange values
    UPDATE person SET feels = 'unhappy' WHERE feels = 'sad';
  rename value 'sad' of enum mood to 'unhappy' (person.feels): the check of the new values
    ALTER TABLE person ADD CONSTRAINT person_feels_enum CHECK (feels IN ('unhappy', 'ok', 'happy'));
