# upgrade enum_rename_and_drop
  create enum mood
    CREATE TYPE mood AS ENUM ('sad', 'ok');
  create table person
    CREATE TABLE person (
      id INTEGER NOT NULL,
      feels mood,
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  rename enum mood to feeling
    ALTER TYPE mood RENAME TO feeling;
  drop column person.feels [loses data]
    ALTER TABLE person DROP COLUMN feels;
  drop enum feeling
    DROP TYPE feeling;
