# downgrade generated_unspecified
  drop table rectangle [outside a transaction] [loses data]
    DROP TABLE rectangle;
