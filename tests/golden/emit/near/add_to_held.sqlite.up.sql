# upgrade add_to_held [foreign keys off]
  add column sought.seen, drop default of sought.times, comment on column sought.times: rebuild of sought: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('sought') WHERE name COLLATE NOCASE NOT IN ('id', 'word', 'times')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'sought' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('sought_word_idx')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'sought' COLLATE NOCASE
    )
    else table sought has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of sought: create the new table
    CREATE TABLE migc_new_sought (
      id BIGINT NOT NULL,
      word VARCHAR(80),
      times INTEGER,
      seen DATETIME,
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
  rebuild of sought: index sought_word_idx again
    CREATE INDEX sought_word_idx ON sought (word);
  add column owner.city
    ALTER TABLE owner ADD COLUMN city VARCHAR(80) DEFAULT 'Bern';
