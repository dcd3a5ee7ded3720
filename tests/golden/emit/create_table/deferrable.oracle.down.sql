# downgrade deferrable
  drop table node [loses data]
    DROP TABLE node;
