# downgrade nulls_not_distinct
  drop table seat [loses data]
    DROP TABLE dbo.seat;
