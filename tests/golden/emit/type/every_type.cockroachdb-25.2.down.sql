# downgrade every_type
  drop table every_type [outside a transaction] [loses data]
    DROP TABLE every_type;
