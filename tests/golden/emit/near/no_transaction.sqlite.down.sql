# downgrade no_transaction [foreign keys off]
  drop index sought_word_idx on sought
    DROP INDEX sought_word_idx;
  drop not null on loose.price: rebuild of loose: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('loose') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'price', 'note', 'extra')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'loose' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'loose' COLLATE NOCASE
    )
    else table loose has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of loose: create the new table
    CREATE TABLE migc_new_loose (
      id BIGINT NOT NULL,
      title VARCHAR(80) NOT NULL,
      price NUMERIC(10,2),
      note VARCHAR(200),
      extra INTEGER,
      CONSTRAINT loose_pkey PRIMARY KEY (id)
    );
  rebuild of loose: copy the rows
    INSERT INTO migc_new_loose (id, title, price, note, extra)
    SELECT id, title, price, note, extra
    FROM loose;
  rebuild of loose: drop the old table
    DROP TABLE loose;
  rebuild of loose: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of loose: take the name
    ALTER TABLE migc_new_loose RENAME TO loose;
  rebuild of loose: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop not null on sought.times: rebuild of sought: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('sought') WHERE name COLLATE NOCASE NOT IN ('id', 'word', 'times')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'sought' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'sought' COLLATE NOCASE
    )
    else table sought has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of sought: create the new table
    CREATE TABLE migc_new_sought (
      id BIGINT NOT NULL,
      word VARCHAR(80),
      times INTEGER DEFAULT 0,
      CONSTRAINT sought_pkey PRIMARY KEY (id)
    );
  rebuild of sought: copy the rows
    INSERT INTO migc_new_sought (id, word, times)
    SELECT id, word, times
    FROM sought;
  rebuild of sought: drop the old table
    DROP TABLE sought;
  rebuild of sought: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of sought: take the name
    ALTER TABLE migc_new_sought RENAME TO sought;
  rebuild of sought: renames follow again
    PRAGMA legacy_alter_table = OFF;
  create index sought_word_idx on sought
    CREATE INDEX sought_word_idx ON sought (word);
