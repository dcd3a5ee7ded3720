# downgrade dialect_options
  drop table hot [loses data]
    DROP TABLE hot;
