# downgrade native_types
  drop table place [loses data]
    DROP TABLE place;
