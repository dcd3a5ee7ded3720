# upgrade insert_many_types
  create table sample
    CREATE TABLE sample (
      id INTEGER NOT NULL,
      ok BOOLEAN,
      day DATE,
      at DATETIME,
      raw BLOB,
      price NUMERIC(8,2),
      CONSTRAINT sample_pkey PRIMARY KEY (id)
    );
  insert 2 rows into sample
    INSERT INTO sample (id, ok, day, at, raw, price) VALUES
      (1, 1, '2026-01-31', '2026-01-31 12:00:00', x'DEADBEEF', -3.14),
      (2, 0, NULL, NULL, NULL, 1e5);
