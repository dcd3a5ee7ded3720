# upgrade by_version_of_oracle
  create table sample
    CREATE TABLE sample (
      id INTEGER NOT NULL,
      ok BOOLEAN NOT NULL DEFAULT '1',
      data JSON,
      at DATETIME,
      day DATE DEFAULT '2026-01-31',
      "key" CHAR(32),
      CONSTRAINT sample_pkey PRIMARY KEY (id)
    );
  insert 2 rows into sample
    INSERT INTO sample (id, ok, data, at, day, "key") VALUES
      (1, 1, '{"a": 1}', '2026-01-31 12:00:00.5', '2026-01-31', '1975ea83-b712-4c00-8000-0123456789ab'),
      (2, 0, NULL, NULL, NULL, NULL);
