# downgrade exclusion
  drop table booking [loses data]
    DROP TABLE booking;
