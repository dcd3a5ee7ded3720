# upgrade alter_loose [foreign keys off]
  add column loose.stock, add column loose.shelf, change type of loose.price to decimal(12,4), and 5 more: rebuild of loose: rename column note to remark
    ALTER TABLE loose RENAME COLUMN note TO remark;
  rebuild of loose: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('loose') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'price', 'remark', 'extra')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'loose' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'loose' COLLATE NOCASE
    )
    else table loose has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of loose: create the new table
    CREATE TABLE migc_new_loose (
      id BIGINT NOT NULL,
      title VARCHAR(80),
      price NUMERIC(12,4) NOT NULL DEFAULT 1,
      remark VARCHAR(200),
      stock INTEGER NOT NULL DEFAULT 0,
      shelf VARCHAR(10),
      CONSTRAINT loose_pkey PRIMARY KEY (id)
    );
  rebuild of loose: copy the rows
    INSERT INTO migc_new_loose (id, title, price, remark)
    SELECT id, title, price, remark
    FROM loose;
  rebuild of loose: drop the old table [loses data]
    DROP TABLE loose;
  rebuild of loose: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of loose: take the name
    ALTER TABLE migc_new_loose RENAME TO loose;
  rebuild of loose: renames follow again
    PRAGMA legacy_alter_table = OFF;
