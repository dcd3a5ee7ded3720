# upgrade by_version_of_mysql [foreign keys off]
  create table page
    CREATE TABLE page (
      id INTEGER NOT NULL CONSTRAINT page_pkey PRIMARY KEY AUTOINCREMENT,
      code CHAR(32),
      title VARCHAR(80) NOT NULL DEFAULT 'it''s \ so',
      seen DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
      changed DATETIME,
      body TEXT
    );
  create table page
    INSERT INTO sqlite_sequence (name, seq) SELECT 'page', 9;
  create index page_title_idx on page
    CREATE INDEX page_title_idx ON page (title DESC);
  rename column page.title to heading
    ALTER TABLE page RENAME COLUMN title TO heading;
  set not null on page.body, comment on column page.heading: rebuild of page: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('page') WHERE name COLLATE NOCASE NOT IN ('id', 'code', 'heading', 'seen', 'changed', 'body')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'page' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('page_title_idx')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'page' COLLATE NOCASE
    )
    else table page has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of page: create the new table
    CREATE TABLE migc_new_page (
      id INTEGER NOT NULL CONSTRAINT page_pkey PRIMARY KEY AUTOINCREMENT,
      code CHAR(32),
      heading VARCHAR(80) NOT NULL DEFAULT 'it''s \ so',
      seen DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
      changed DATETIME,
      body TEXT NOT NULL
    );
  rebuild of page: copy the rows
    INSERT INTO migc_new_page (id, code, heading, seen, changed, body)
    SELECT id, code, heading, seen, changed, coalesce(body, '-')
    FROM page;
  rebuild of page: forget the count of the copy
    DELETE FROM sqlite_sequence WHERE name = 'migc_new_page';
  rebuild of page: keep the count
    INSERT INTO sqlite_sequence (name, seq) SELECT 'migc_new_page', seq FROM sqlite_sequence WHERE name = 'page';
  rebuild of page: drop the old table
    DROP TABLE page;
  rebuild of page: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of page: take the name
    ALTER TABLE migc_new_page RENAME TO page;
  rebuild of page: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rebuild of page: index page_title_idx again
    CREATE INDEX page_title_idx ON page (heading DESC);
  set default of page.changed: rebuild of page: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('page') WHERE name COLLATE NOCASE NOT IN ('id', 'code', 'heading', 'seen', 'changed', 'body')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'page' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('page_title_idx')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'page' COLLATE NOCASE
    )
    else table page has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of page: create the new table
    CREATE TABLE migc_new_page (
      id INTEGER NOT NULL CONSTRAINT page_pkey PRIMARY KEY AUTOINCREMENT,
      code CHAR(32),
      heading VARCHAR(80) NOT NULL DEFAULT 'it''s \ so',
      seen DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
      changed DATETIME DEFAULT CURRENT_TIMESTAMP,
      body TEXT NOT NULL
    );
  rebuild of page: copy the rows
    INSERT INTO migc_new_page (id, code, heading, seen, changed, body)
    SELECT id, code, heading, seen, changed, body
    FROM page;
  rebuild of page: forget the count of the copy
    DELETE FROM sqlite_sequence WHERE name = 'migc_new_page';
  rebuild of page: keep the count
    INSERT INTO sqlite_sequence (name, seq) SELECT 'migc_new_page', seq FROM sqlite_sequence WHERE name = 'page';
  rebuild of page: drop the old table
    DROP TABLE page;
  rebuild of page: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of page: take the name
    ALTER TABLE migc_new_page RENAME TO page;
  rebuild of page: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rebuild of page: index page_title_idx again
    CREATE INDEX page_title_idx ON page (heading DESC);
