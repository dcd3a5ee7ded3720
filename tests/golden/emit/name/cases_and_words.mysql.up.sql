# upgrade cases_and_words
  create table plain
    CREATE TABLE plain (
      level INT,
      Mixed INT,
      _led INT,
      UPPER INT,
      date DATE,
      text TEXT
    );
  set not null on plain.level, set default of plain.Mixed
    ALTER TABLE plain
      MODIFY COLUMN level INT NOT NULL,
      ALTER COLUMN Mixed SET DEFAULT 1;
  create index Upper index on plain
    CREATE INDEX `Upper index` ON plain (level, Mixed);
