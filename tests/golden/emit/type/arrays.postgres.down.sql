# downgrade arrays
  drop table tagged [loses data]
    DROP TABLE tagged;
