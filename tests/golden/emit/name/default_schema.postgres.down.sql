# downgrade default_schema
  drop column t.note [loses data]
    ALTER TABLE t DROP COLUMN note;
  drop table t [loses data]
    DROP TABLE t;
