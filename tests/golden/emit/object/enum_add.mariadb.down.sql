# downgrade enum_add
  change values of enum mood
    ALTER TABLE person MODIFY COLUMN feels ENUM('sad', 'happy');
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood: no column uses it any more
