# upgrade enum_rename_and_drop
  create enum mood: its columns are ENUM (…), which has no name
  create table person
    CREATE TABLE person (
      id INT NOT NULL,
      feels ENUM('sad', 'ok'),
      PRIMARY KEY (id)
    );
  rename enum mood to feeling: ENUM (…) has no name
  drop column person.feels [loses data]
    ALTER TABLE person DROP COLUMN feels;
  drop enum feeling: no column uses it any more
