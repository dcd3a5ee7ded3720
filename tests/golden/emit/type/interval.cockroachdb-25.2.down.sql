# downgrade interval
  drop table span [outside a transaction] [loses data]
    DROP TABLE span;
