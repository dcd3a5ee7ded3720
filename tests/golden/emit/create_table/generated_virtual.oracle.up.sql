# upgrade generated_virtual
  create table rectangle
    CREATE TABLE rectangle (
      w NUMBER(10) NOT NULL,
      h NUMBER(10) NOT NULL,
      area NUMBER(10) GENERATED ALWAYS AS (w * h) VIRTUAL
    );
