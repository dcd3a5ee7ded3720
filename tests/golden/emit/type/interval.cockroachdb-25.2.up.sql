# upgrade interval
  create table span [outside a transaction]
    CREATE TABLE span (
      id INT4 NOT NULL,
      long INTERVAL,
      CONSTRAINT span_pkey PRIMARY KEY (id)
    );
