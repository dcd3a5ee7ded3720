# downgrade enum_life
  rename value 'unhappy' of enum mood to 'sad'
    ALTER TABLE person MODIFY COLUMN feels ENUM('unhappy', 'ok', 'happy', 'sad') NOT NULL DEFAULT 'ok';
  rename value 'unhappy' of enum mood to 'sad'
    UPDATE person SET feels = 'sad' WHERE feels = 'unhappy';
  rename value 'unhappy' of enum mood to 'sad'
    ALTER TABLE person MODIFY COLUMN feels ENUM('sad', 'ok', 'happy') NOT NULL DEFAULT 'ok';
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood: no column uses it any more
