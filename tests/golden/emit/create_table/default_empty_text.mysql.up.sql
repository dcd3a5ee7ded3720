# upgrade default_empty_text
  create table person
    CREATE TABLE person (
      id INT NOT NULL,
      nick VARCHAR(20) DEFAULT '',
      PRIMARY KEY (id)
    );
