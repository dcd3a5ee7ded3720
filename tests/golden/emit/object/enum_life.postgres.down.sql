# downgrade enum_life
  rename value 'unhappy' of enum mood to 'sad'
    ALTER TYPE mood RENAME VALUE 'unhappy' TO 'sad';
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood
    DROP TYPE mood;
