# upgrade identity_plain
  create table counted
    CREATE TABLE counted (
      id INTEGER NOT NULL,
      total BIGINT,
      CONSTRAINT counted_pkey PRIMARY KEY (id)
    );
