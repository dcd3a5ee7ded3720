# upgrade cases_and_words [foreign keys off]
  create table plain
    CREATE TABLE plain (
      level INTEGER,
      Mixed INTEGER,
      _led INTEGER,
      UPPER INTEGER,
      date DATE,
      text TEXT
    );
  set not null on plain.level, set default of plain.Mixed: rebuild of plain: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('plain') WHERE name COLLATE NOCASE NOT IN ('level', 'Mixed', '_led', 'UPPER', 'date', 'text')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'plain' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'plain' COLLATE NOCASE
    )
    else table plain has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of plain: create the new table
    CREATE TABLE migc_new_plain (
      level INTEGER NOT NULL,
      Mixed INTEGER DEFAULT 1,
      _led INTEGER,
      UPPER INTEGER,
      date DATE,
      text TEXT
    );
  rebuild of plain: copy the rows
    INSERT INTO migc_new_plain (level, Mixed, _led, UPPER, date, text)
    SELECT level, Mixed, _led, UPPER, date, text
    FROM plain;
  rebuild of plain: drop the old table
    DROP TABLE plain;
  rebuild of plain: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of plain: take the name
    ALTER TABLE migc_new_plain RENAME TO plain;
  rebuild of plain: renames follow again
    PRAGMA legacy_alter_table = OFF;
  create index Upper index on plain
    CREATE INDEX "Upper index" ON plain (level, Mixed);
