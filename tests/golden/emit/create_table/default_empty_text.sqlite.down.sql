# downgrade default_empty_text [foreign keys off]
  drop table person [loses data]
    DROP TABLE person;
