# upgrade generated_virtual
  create table rectangle
    CREATE TABLE rectangle (
      w INTEGER NOT NULL,
      h INTEGER NOT NULL,
      area INTEGER GENERATED ALWAYS AS (w * h) VIRTUAL
    );
