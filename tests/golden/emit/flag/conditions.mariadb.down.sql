# downgrade conditions
  drop table task [loses data]
    DROP TABLE task;
