# downgrade everything [foreign keys off]
  drop table shape [loses data]
    DROP TABLE shape;
