# downgrade generated_unspecified [foreign keys off]
  drop table rectangle [loses data]
    DROP TABLE rectangle;
