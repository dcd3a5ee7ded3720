# upgrade nulls_not_distinct
  create table seat
    CREATE TABLE dbo.seat (
      id INT NOT NULL,
      code VARCHAR(10) NULL,
      CONSTRAINT seat_pkey PRIMARY KEY (id),
      CONSTRAINT seat_code_key UNIQUE (code)
    );
