# downgrade deferrable
  drop table node [outside a transaction] [loses data]
    DROP TABLE node;
