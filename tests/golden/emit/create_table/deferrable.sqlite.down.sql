# downgrade deferrable [foreign keys off]
  drop table node [loses data]
    DROP TABLE node;
