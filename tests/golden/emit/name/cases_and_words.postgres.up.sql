# upgrade cases_and_words
  create table plain
    CREATE TABLE plain (
      level INTEGER,
      "Mixed" INTEGER,
      _led INTEGER,
      "UPPER" INTEGER,
      date DATE,
      text TEXT
    );
  set not null on plain.level, set default of plain.Mixed
    ALTER TABLE plain
      ALTER COLUMN level SET NOT NULL,
      ALTER COLUMN "Mixed" SET DEFAULT 1;
  create index Upper index on plain
    CREATE INDEX "Upper index" ON plain (level, "Mixed");
