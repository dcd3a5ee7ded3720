# upgrade generated_unspecified
  create table rectangle [outside a transaction]
    CREATE TABLE rectangle (
      w INT4 NOT NULL,
      h INT4 NOT NULL,
      area INT4 GENERATED ALWAYS AS (w * h) STORED
    );
