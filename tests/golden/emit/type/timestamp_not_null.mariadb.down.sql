# downgrade timestamp_not_null
  drop not null on event.until
    ALTER TABLE event MODIFY COLUMN until TIMESTAMP NULL;
  drop table event [loses data]
    DROP TABLE event;
