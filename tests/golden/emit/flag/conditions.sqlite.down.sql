# downgrade conditions [foreign keys off]
  drop table task [loses data]
    DROP TABLE task;
