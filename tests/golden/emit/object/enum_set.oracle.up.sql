# upgrade enum_set
  create enum mood: the columns that use it are a checked VARCHAR2
  create table person
    CREATE TABLE person (
      id NUMBER(10) NOT NULL,
      feels VARCHAR2(5 CHAR) DEFAULT 'ok' NOT NULL CONSTRAINT person_feels_enum CHECK (feels IN ('sad', 'ok', 'happy')),
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  change values of enum mood (person.feels): drop the check [loses data]
    ALTER TABLE person DROP CONSTRAINT person_feels_enum;
  change values of enum mood (person.feels): exchange values [loses data]
    UPDATE person SET feels = 'ok' WHERE feels = 'sad';
  change values of enum mood (person.feels): the check of the new values [loses data]
    ALTER TABLE person ADD CONSTRAINT person_feels_enum CHECK (feels IN ('happy', 'ok'));
