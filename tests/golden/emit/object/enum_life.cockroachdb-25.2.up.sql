# upgrade enum_life
  create enum mood [outside a transaction]
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
  create table person [outside a transaction]
    CREATE TABLE person (
      id INT4 NOT NULL,
      name TEXT,
      feels mood DEFAULT 'ok' NOT NULL,
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  rename value 'sad' of enum mood to 'unhappy' [outside a transaction]
    ALTER TYPE mood RENAME VALUE 'sad' TO 'unhappy';
