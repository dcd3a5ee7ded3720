# upgrade insert_many_types
  create table sample
    CREATE TABLE dbo.sample (
      id INT NOT NULL,
      ok BIT NULL,
      day DATE NULL,
      at DATETIME2 NULL,
      raw VARBINARY(MAX) NULL,
      price DECIMAL(8,2) NULL,
      CONSTRAINT sample_pkey PRIMARY KEY (id)
    );
  insert 2 rows into sample
    INSERT INTO dbo.sample (id, ok, day, at, raw, price) VALUES
      (1, 1, CONVERT(DATE, N'2026-01-31', 23), CONVERT(DATETIME2, N'2026-01-31T12:00:00', 126), 0xDEADBEEF, -3.14),
      (2, 0, NULL, NULL, NULL, 1e5);
