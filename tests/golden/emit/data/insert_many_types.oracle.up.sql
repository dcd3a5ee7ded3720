# upgrade insert_many_types
  create table sample
    CREATE TABLE sample (
      id NUMBER(10) NOT NULL,
      ok NUMBER(1) CONSTRAINT sample_ok_bool CHECK (ok IN (0, 1)),
      day DATE,
      at TIMESTAMP,
      "raw" BLOB,
      price NUMBER(8,2),
      CONSTRAINT sample_pkey PRIMARY KEY (id)
    );
  insert 2 rows into sample
    BEGIN
      INSERT INTO sample (id, ok, day, at, "raw", price) VALUES (1, 1, DATE '2026-01-31', TIMESTAMP '2026-01-31 12:00:00', HEXTORAW('DEADBEEF'), -3.14);
      INSERT INTO sample (id, ok, day, at, "raw", price) VALUES (2, 0, NULL, NULL, NULL, 1e5);
    END;
