# upgrade cases_and_words
  create table plain
    CREATE TABLE dbo.plain (
      level INT NULL,
      Mixed INT NULL,
      _led INT NULL,
      UPPER INT NULL,
      date DATE NULL,
      text NVARCHAR(MAX) NULL
    );
  set not null on plain.level
    ALTER TABLE dbo.plain ALTER COLUMN level INT NOT NULL;
  set default of plain.Mixed
    ALTER TABLE dbo.plain ADD CONSTRAINT plain_Mixed_default DEFAULT 1 FOR Mixed;
  create index Upper index on plain
    CREATE INDEX [Upper index] ON dbo.plain (level, Mixed);
