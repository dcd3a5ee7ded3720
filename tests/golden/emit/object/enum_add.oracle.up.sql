# upgrade enum_add
  create enum mood: the columns that use it are a checked VARCHAR2
  create table person
    CREATE TABLE person (
      id NUMBER(10) NOT NULL,
      feels VARCHAR2(5 CHAR) CONSTRAINT person_feels_enum CHECK (feels IN ('sad', 'happy')),
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  add value 'ok' to enum mood (person.feels): drop the check
    ALTER TABLE person DROP CONSTRAINT person_feels_enum;
  add value 'ok' to enum mood (person.feels): the check of the new values
    ALTER TABLE person ADD CONSTRAINT person_feels_enum CHECK (feels IN ('sad', 'ok', 'happy'));
