# upgrade everything
  create table shape
    CREATE TABLE shape (
      a INTEGER NOT NULL DEFAULT ((1 + 2) * 3),
      b INTEGER NOT NULL DEFAULT -1,
      c VARCHAR(20) DEFAULT ('x' || 'y'),
      d DATE NOT NULL DEFAULT CURRENT_DATE,
      e DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
      f BOOLEAN NOT NULL DEFAULT '0',
      CONSTRAINT e1 CHECK (a % 2 = 0 AND NOT (b > a OR b IS NULL)),
      CONSTRAINT e2 CHECK (a IN (1, 2, 3) AND b NOT IN (4, 5)),
      CONSTRAINT e3 CHECK (a BETWEEN 1 AND 10 AND b NOT BETWEEN 20 AND 30),
      CONSTRAINT e4 CHECK (c LIKE 'x%' AND c NOT LIKE '%z'),
      CONSTRAINT e5 CHECK (CASE WHEN a > 1 THEN b ELSE 0 END >= 0),
      CONSTRAINT e6 CHECK (CASE a WHEN 1 THEN 1 WHEN 2 THEN 0 END),
      CONSTRAINT e7 CHECK (CAST(c AS INTEGER) > 0 OR substr(c, 1, 2) = upper(c)),
      CONSTRAINT e8 CHECK (length(lower(c)) > coalesce(a, b, 0)),
      CONSTRAINT e9 CHECK (c GLOB 'x*'),
      CONSTRAINT e10 CHECK (a - (b - 1) <> a - b - 1 AND -(a + b) < +a),
      CONSTRAINT e11 CHECK (f = 1 OR a / 2 <= 4.5e1)
    );
