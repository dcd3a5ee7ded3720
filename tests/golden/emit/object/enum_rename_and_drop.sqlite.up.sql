# upgrade enum_rename_and_drop
  create enum mood (the columns that use it are a checked VARCHAR)
  create table person
    CREATE TABLE person (
      id INTEGER NOT NULL,
      feels VARCHAR(3) CHECK (feels IN ('sad', 'ok')),
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  rename enum mood to feeling (no column's check changes)
  drop column person.feels [loses data]
    ALTER TABLE person DROP COLUMN feels;
  drop enum feeling (no column uses it any more)
