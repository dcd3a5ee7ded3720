# downgrade arrays
  drop table tagged [outside a transaction] [loses data]
    DROP TABLE tagged;
