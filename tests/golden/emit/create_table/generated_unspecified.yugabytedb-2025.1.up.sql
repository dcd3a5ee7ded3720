# upgrade generated_unspecified
  create table rectangle [outside a transaction]
    CREATE TABLE rectangle (
      w INTEGER NOT NULL,
      h INTEGER NOT NULL,
      area INTEGER GENERATED ALWAYS AS (w * h) STORED
    );
