# upgrade generated_unspecified
  create table rectangle
    CREATE TABLE rectangle (
      w INT NOT NULL,
      h INT NOT NULL,
      area INT GENERATED ALWAYS AS (w * h) VIRTUAL
    );
