# downgrade every_type [foreign keys off]
  drop table every_type [loses data]
    DROP TABLE every_type;
