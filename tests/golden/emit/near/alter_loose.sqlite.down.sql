# downgrade alter_loose [foreign keys off]
  add column loose.extra, rename column loose.remark to note, set not null on loose.title, and 5 more: rebuild of loose: rename column remark to note
    ALTER TABLE loose RENAME COLUMN remark TO note;
  rebuild of loose: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('loose') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'price', 'note', 'shelf', 'stock')
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
    INSERT INTO migc_new_loose (id, title, price, note)
    SELECT id, title, price, note
    FROM loose;
  rebuild of loose: drop the old table [loses data]
    DROP TABLE loose;
  rebuild of loose: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of loose: take the name
    ALTER TABLE migc_new_loose RENAME TO loose;
  rebuild of loose: renames follow again
    PRAGMA legacy_alter_table = OFF;
