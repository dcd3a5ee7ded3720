# upgrade native_types
  create table place
    CREATE TABLE place (
      id INTEGER NOT NULL,
      email text,
      where_at point,
      CONSTRAINT place_pkey PRIMARY KEY (id)
    );
