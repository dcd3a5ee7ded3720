# downgrade keys_of_any_type
  drop column reading.since [loses data]
    ALTER TABLE reading DROP COLUMN since;
  drop constraint reading_tags_key of reading
    ALTER TABLE reading DROP CONSTRAINT reading_tags_key;
  drop index reading_span on reading
    DROP INDEX reading_span;
  drop table reading [loses data]
    DROP TABLE reading;
