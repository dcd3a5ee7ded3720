# upgrade everything
  create table shape
    CREATE TABLE dbo.shape (
      a INT NOT NULL CONSTRAINT shape_a_default DEFAULT ((1 + 2) * 3),
      b INT NOT NULL CONSTRAINT shape_b_default DEFAULT -1,
      c VARCHAR(20) NULL CONSTRAINT shape_c_default DEFAULT (N'x' + N'y'),
      d DATE NOT NULL CONSTRAINT shape_d_default DEFAULT CAST(SYSDATETIME() AS DATE),
      e DATETIME2 NOT NULL CONSTRAINT shape_e_default DEFAULT SYSDATETIME(),
      f BIT NOT NULL CONSTRAINT shape_f_default DEFAULT 0,
      CONSTRAINT e1 CHECK (a % 2 = 0 AND NOT (b > a OR b IS NULL)),
      CONSTRAINT e2 CHECK (a IN (1, 2, 3) AND b NOT IN (4, 5)),
      CONSTRAINT e3 CHECK (a BETWEEN 1 AND 10 AND b NOT BETWEEN 20 AND 30),
      CONSTRAINT e4 CHECK (c LIKE N'x%' AND c NOT LIKE N'%z'),
      CONSTRAINT e5 CHECK (CASE WHEN a > 1 THEN b ELSE 0 END >= 0),
      CONSTRAINT e6 CHECK (CASE a WHEN 1 THEN 1 WHEN 2 THEN 0 END = 1),
      CONSTRAINT e7 CHECK (CAST(c AS INT) > 0 OR SUBSTRING(c, 1, 2) = UPPER(c)),
      CONSTRAINT e8 CHECK (LEN(LOWER(c)) > COALESCE(a, b, 0)),
      CONSTRAINT e9 CHECK (c LIKE N'x%'),
      CONSTRAINT e10 CHECK (a - (b - 1) <> a - b - 1 AND -(a + b) < +a),
      CONSTRAINT e11 CHECK (f = 1 OR a / 2 <= 4.5e1)
    );
