# upgrade exclusion
  create table booking
    CREATE TABLE booking (
      id INTEGER NOT NULL,
      room INTEGER NOT NULL,
      during int4range,
      CONSTRAINT booking_pkey PRIMARY KEY (id),
      CONSTRAINT booking_no_overlap EXCLUDE USING gist (during WITH &&) WHERE (room > 0)
    );
