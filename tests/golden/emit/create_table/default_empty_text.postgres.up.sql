# upgrade default_empty_text
  create table person
    CREATE TABLE person (
      id INTEGER NOT NULL,
      nick VARCHAR(20) DEFAULT '',
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
