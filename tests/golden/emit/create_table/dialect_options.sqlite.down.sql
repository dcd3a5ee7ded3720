# downgrade dialect_options [foreign keys off]
  drop table hot [loses data]
    DROP TABLE hot;
