# downgrade composite_keys
  drop table child [loses data]
    DROP TABLE child;
  drop table parent [loses data]
    DROP TABLE parent;
