# upgrade by_version_of_oracle
  create table sample
    CREATE TABLE sample (
      id NUMBER(10) NOT NULL,
      ok BOOLEAN DEFAULT TRUE NOT NULL,
      data JSON,
      at TIMESTAMP(9),
      day DATE DEFAULT DATE '2026-01-31',
      key RAW(16),
      CONSTRAINT sample_pkey PRIMARY KEY (id)
    );
  insert 2 rows into sample
    INSERT INTO sample (id, ok, data, at, day, key) VALUES
      (1, TRUE, '{"a": 1}', TIMESTAMP '2026-01-31 12:00:00.5', DATE '2026-01-31', HEXTORAW('1975EA83B7124C0080000123456789AB')),
      (2, FALSE, NULL, NULL, NULL, NULL);
