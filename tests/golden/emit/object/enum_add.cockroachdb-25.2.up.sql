# upgrade enum_add
  create enum mood [outside a transaction]
    CREATE TYPE mood AS ENUM ('sad', 'happy');
  create table person [outside a transaction]
    CREATE TABLE person (
      id INT4 NOT NULL,
      feels mood,
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  add value 'ok' to enum mood [outside a transaction]
    ALTER TYPE mood ADD VALUE 'ok' BEFORE 'happy';
