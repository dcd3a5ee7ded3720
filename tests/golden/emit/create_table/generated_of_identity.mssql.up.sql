# upgrade generated_of_identity
  create table ticket
    CREATE TABLE dbo.ticket (
      id BIGINT IDENTITY(1, 1) NOT NULL,
      label AS (CAST(id * 2 + 1 AS BIGINT)) PERSISTED,
      CONSTRAINT ticket_pkey PRIMARY KEY (id)
    );
