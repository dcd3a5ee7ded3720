# downgrade native_types [foreign keys off]
  drop table place [loses data]
    DROP TABLE place;
