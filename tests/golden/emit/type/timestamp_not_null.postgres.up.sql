# upgrade timestamp_not_null
  create table event
    CREATE TABLE event (
      id INTEGER NOT NULL,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      until TIMESTAMP WITH TIME ZONE,
      day TIMESTAMP NOT NULL,
      CONSTRAINT event_pkey PRIMARY KEY (id)
    );
  set not null on event.until
    ALTER TABLE event ALTER COLUMN until SET NOT NULL;
