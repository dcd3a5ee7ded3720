# downgrade everything
  drop table shape [loses data]
    DROP TABLE shape;
