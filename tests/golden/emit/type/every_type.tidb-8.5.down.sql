# downgrade every_type
  drop table every_type [loses data]
    DROP TABLE every_type;
