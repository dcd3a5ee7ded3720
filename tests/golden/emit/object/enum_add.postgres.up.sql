# upgrade enum_add
  create enum mood
    CREATE TYPE mood AS ENUM ('sad', 'happy');
  create table person
    CREATE TABLE person (
      id INTEGER NOT NULL,
      feels mood,
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  add value 'ok' to enum mood
    ALTER TYPE mood ADD VALUE 'ok' BEFORE 'happy';
