# upgrade interval
  create table span [outside a transaction]
    CREATE TABLE span (
      id INTEGER NOT NULL,
      long INTERVAL,
      CONSTRAINT span_pkey PRIMARY KEY (id)
    );
