# upgrade nulls_not_distinct
  create table seat [outside a transaction]
    CREATE TABLE seat (
      id INTEGER NOT NULL,
      code VARCHAR(10),
      CONSTRAINT seat_pkey PRIMARY KEY (id),
      CONSTRAINT seat_code_key UNIQUE NULLS NOT DISTINCT (code)
    );
