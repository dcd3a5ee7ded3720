# downgrade nulls_not_distinct
  drop table seat [outside a transaction] [loses data]
    DROP TABLE seat;
