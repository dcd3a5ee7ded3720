# upgrade dialect_options
  create table hot
    CREATE TABLE hot (
      id INTEGER NOT NULL,
      payload TEXT,
      CONSTRAINT hot_pkey PRIMARY KEY (id)
    ) WITH (fillfactor=70);
