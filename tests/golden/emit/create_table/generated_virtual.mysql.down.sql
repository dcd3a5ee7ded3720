# downgrade generated_virtual
  drop table rectangle [loses data]
    DROP TABLE rectangle;
