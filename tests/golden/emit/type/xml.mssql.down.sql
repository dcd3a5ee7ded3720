# downgrade xml
  drop table doc [loses data]
    DROP TABLE dbo.doc;
