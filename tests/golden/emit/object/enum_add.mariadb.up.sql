# upgrade enum_add
  create enum mood: its columns are ENUM (…), which has no name
  create table person
    CREATE TABLE person (
      id INT NOT NULL,
      feels ENUM('sad', 'happy'),
      PRIMARY KEY (id)
    );
  add value 'ok' to enum mood
    ALTER TABLE person MODIFY COLUMN feels ENUM('sad', 'ok', 'happy');
