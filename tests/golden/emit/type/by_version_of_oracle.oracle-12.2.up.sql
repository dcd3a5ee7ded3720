# upgrade by_version_of_oracle
  create table sample
    CREATE TABLE sample (
      id NUMBER(10) NOT NULL,
      ok NUMBER(1) DEFAULT 1 NOT NULL CONSTRAINT sample_ok_bool CHECK (ok IN (0, 1)),
      data CLOB CONSTRAINT sample_data_json CHECK (data IS JSON),
      at TIMESTAMP(9),
      day DATE DEFAULT DATE '2026-01-31',
      key RAW(16),
      CONSTRAINT sample_pkey PRIMARY KEY (id)
    );
  insert 2 rows into sample
    BEGIN
      INSERT INTO sample (id, ok, data, at, day, key) VALUES (1, 1, '{"a": 1}', TIMESTAMP '2026-01-31 12:00:00.5', DATE '2026-01-31', HEXTORAW('1975EA83B7124C0080000123456789AB'));
      INSERT INTO sample (id, ok, data, at, day, key) VALUES (2, 0, NULL, NULL, NULL, NULL);
    END;
