# upgrade native_types
  create table place
    CREATE TABLE place (
      id INTEGER NOT NULL,
      email VARCHAR(320),
      where_at TEXT,
      CONSTRAINT place_pkey PRIMARY KEY (id)
    );
