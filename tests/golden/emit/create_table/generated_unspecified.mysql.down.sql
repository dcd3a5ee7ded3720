# downgrade generated_unspecified
  drop table rectangle [loses data]
    DROP TABLE rectangle;
