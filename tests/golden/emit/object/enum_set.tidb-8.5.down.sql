# downgrade enum_set
  change values of enum mood
    ALTER TABLE person MODIFY COLUMN feels ENUM('sad', 'ok', 'happy') NOT NULL DEFAULT 'ok';
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood: no column uses it any more
