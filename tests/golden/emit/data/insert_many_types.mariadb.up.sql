# upgrade insert_many_types
  create table sample
    CREATE TABLE sample (
      id INT NOT NULL,
      ok BOOLEAN,
      day DATE,
      at DATETIME,
      raw BLOB,
      price DECIMAL(8,2),
      PRIMARY KEY (id)
    );
  insert 2 rows into sample
    INSERT INTO sample (id, ok, day, at, raw, price) VALUES
      (1, TRUE, DATE '2026-01-31', TIMESTAMP '2026-01-31 12:00:00', x'DEADBEEF', -3.14),
      (2, FALSE, NULL, NULL, NULL, 1e5);
