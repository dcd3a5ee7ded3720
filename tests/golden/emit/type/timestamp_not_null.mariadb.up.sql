# upgrade timestamp_not_null
  create table event [up front]
    require SELECT @@explicit_defaults_for_timestamp
    else column event.at is to have no default, and the server would give it one: set explicit_defaults_for_timestamp = ON
  create table event
    CREATE TABLE event (
      id INT NOT NULL,
      at TIMESTAMP NOT NULL,
      until TIMESTAMP NULL,
      day DATETIME NOT NULL,
      PRIMARY KEY (id)
    );
  set not null on event.until [up front]
    require SELECT @@explicit_defaults_for_timestamp
    else column event.until is to have no default, and the server would give it one: set explicit_defaults_for_timestamp = ON
  set not null on event.until
    ALTER TABLE event MODIFY COLUMN until TIMESTAMP NOT NULL;
