# downgrade composite_keys
  drop table child [loses data]
    DROP TABLE dbo.child;
  drop table parent [loses data]
    DROP TABLE dbo.parent;
