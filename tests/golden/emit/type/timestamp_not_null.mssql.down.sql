# downgrade timestamp_not_null
  drop not null on event.until
    ALTER TABLE dbo.event ALTER COLUMN until DATETIMEOFFSET NULL;
  drop table event [loses data]
    DROP TABLE dbo.event;
