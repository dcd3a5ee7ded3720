# downgrade timestamp_not_null
  drop not null on event.until
    ALTER TABLE event ALTER COLUMN until DROP NOT NULL;
  drop table event [loses data]
    DROP TABLE event;
