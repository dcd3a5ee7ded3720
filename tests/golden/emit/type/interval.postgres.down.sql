# downgrade interval
  drop table span [loses data]
    DROP TABLE span;
