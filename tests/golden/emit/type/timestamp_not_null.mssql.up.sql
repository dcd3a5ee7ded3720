# upgrade timestamp_not_null
  create table event
    CREATE TABLE dbo.event (
      id INT NOT NULL,
      at DATETIMEOFFSET NOT NULL,
      until DATETIMEOFFSET NULL,
      day DATETIME2 NOT NULL,
      CONSTRAINT event_pkey PRIMARY KEY (id)
    );
  set not null on event.until
    ALTER TABLE dbo.event ALTER COLUMN until DATETIMEOFFSET NOT NULL;
