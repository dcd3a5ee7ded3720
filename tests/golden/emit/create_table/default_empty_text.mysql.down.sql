# downgrade default_empty_text
  drop table person [loses data]
    DROP TABLE person;
