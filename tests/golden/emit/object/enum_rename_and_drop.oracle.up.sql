# upgrade enum_rename_and_drop
  create enum mood: the columns that use it are a checked VARCHAR2
  create table person
    CREATE TABLE person (
      id NUMBER(10) NOT NULL,
      feels VARCHAR2(3 CHAR) CONSTRAINT person_feels_enum CHECK (feels IN ('sad', 'ok')),
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  rename enum mood to feeling: an enum has no name here
  drop column person.feels [loses data]
    ALTER TABLE person DROP COLUMN feels;
  drop enum feeling: no column uses it any more
