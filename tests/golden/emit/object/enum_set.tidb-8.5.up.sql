# upgrade enum_set
  create enum mood: its columns are ENUM (…), which has no name
  create table person
    CREATE TABLE person (
      id INT NOT NULL,
      feels ENUM('sad', 'ok', 'happy') NOT NULL DEFAULT 'ok',
      PRIMARY KEY (id)
    );
  change values of enum mood [loses data]
    UPDATE person SET feels = 'ok' WHERE feels = 'sad';
  change values of enum mood [loses data]
    ALTER TABLE person MODIFY COLUMN feels ENUM('happy', 'ok') NOT NULL DEFAULT 'ok';
