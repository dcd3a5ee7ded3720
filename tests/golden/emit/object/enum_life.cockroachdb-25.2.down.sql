# downgrade enum_life
  rename value 'unhappy' of enum mood to 'sad' [outside a transaction]
    ALTER TYPE mood RENAME VALUE 'unhappy' TO 'sad';
  drop table person [outside a transaction] [loses data]
    DROP TABLE person;
  drop enum mood [outside a transaction]
    DROP TYPE mood;
