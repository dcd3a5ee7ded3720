# upgrade identity_plain
  create table counted
    CREATE TABLE dbo.counted (
      id INT IDENTITY(1, 1) NOT NULL,
      total BIGINT NULL,
      CONSTRAINT counted_pkey PRIMARY KEY (id)
    );
