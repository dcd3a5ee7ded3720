# downgrade composite_keys [foreign keys off]
  drop table child [loses data]
    DROP TABLE child;
  drop table parent [loses data]
    DROP TABLE parent;
