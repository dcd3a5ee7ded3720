# upgrade default_empty_text
  create table person
    CREATE TABLE person (
      id NUMBER(10) NOT NULL,
      nick VARCHAR2(20 CHAR) DEFAULT '',
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
