# upgrade enum_life
  create enum mood: its columns are ENUM (…), which has no name
  create table person
    CREATE TABLE person (
      id INT NOT NULL,
      name TEXT,
      feels ENUM('sad', 'ok', 'happy') NOT NULL DEFAULT 'ok',
      PRIMARY KEY (id)
    );
  rename value 'sad' of enum mood to 'unhappy'
    ALTER TABLE person MODIFY COLUMN feels ENUM('sad', 'ok', 'happy', 'unhappy') NOT NULL DEFAULT 'ok';
  rename value 'sad' of enum mood to 'unhappy'
    UPDATE person SET feels = 'unhappy' WHERE feels = 'sad';
  rename value 'sad' of enum mood to 'unhappy'
    ALTER TABLE person MODIFY COLUMN feels ENUM('unhappy', 'ok', 'happy') NOT NULL DEFAULT 'ok';
