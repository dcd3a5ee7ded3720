# upgrade generated_of_identity
  create table ticket
    CREATE TABLE ticket (
      id INTEGER NOT NULL,
      label BIGINT GENERATED ALWAYS AS (id * 2 + 1) STORED,
      CONSTRAINT ticket_pkey PRIMARY KEY (id)
    );
