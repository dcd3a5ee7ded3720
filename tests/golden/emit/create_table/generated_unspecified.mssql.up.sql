# upgrade generated_unspecified
  create table rectangle
    CREATE TABLE dbo.rectangle (
      w INT NOT NULL,
      h INT NOT NULL,
      area AS (CAST(w * h AS INT))
    );
