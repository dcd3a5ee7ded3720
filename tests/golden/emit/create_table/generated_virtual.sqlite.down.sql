# downgrade generated_virtual [foreign keys off]
  drop table rectangle [loses data]
    DROP TABLE rectangle;
