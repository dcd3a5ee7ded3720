# downgrade timestamp_not_null
  drop not null on event.until
    ALTER TABLE event MODIFY (until NULL);
  drop table event [loses data]
    DROP TABLE event;
