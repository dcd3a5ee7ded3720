# upgrade constraints_later [foreign keys off]
  add check constraint loose_price_check to loose: rebuild of loose: nothing on it that the migrations do not know
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
      CONSTRAINT loose_pkey PRIMARY KEY (id),
      CONSTRAINT loose_price_check CHECK (price > 0)
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
  drop constraint owned_pages_check of owned: rebuild of owned: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('owned') WHERE name COLLATE NOCASE NOT IN ('id', 'owner_id', 'pages')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'owned' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'owned' COLLATE NOCASE
    )
    else table owned has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of owned: create the new table
    CREATE TABLE migc_new_owned (
      id BIGINT NOT NULL,
      owner_id BIGINT NOT NULL,
      pages INTEGER,
      CONSTRAINT owned_pkey PRIMARY KEY (id),
      CONSTRAINT owned_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES owner (id)
    );
  rebuild of owned: copy the rows
    INSERT INTO migc_new_owned (id, owner_id, pages)
    SELECT id, owner_id, pages
    FROM owned;
  rebuild of owned: drop the old table
    DROP TABLE owned;
  rebuild of owned: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of owned: take the name
    ALTER TABLE migc_new_owned RENAME TO owned;
  rebuild of owned: renames follow again
    PRAGMA legacy_alter_table = OFF;
  add column loose.code: rebuild of loose: nothing on it that the migrations do not know
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
      code VARCHAR(10),
      CONSTRAINT loose_pkey PRIMARY KEY (id),
      CONSTRAINT loose_price_check CHECK (price > 0),
      CONSTRAINT loose_code_key UNIQUE (code)
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
  add column loose.since: rebuild of loose: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('loose') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'price', 'note', 'extra', 'code')
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
      code VARCHAR(10),
      since DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
      CONSTRAINT loose_pkey PRIMARY KEY (id),
      CONSTRAINT loose_price_check CHECK (price > 0),
      CONSTRAINT loose_code_key UNIQUE (code)
    );
  rebuild of loose: copy the rows
    INSERT INTO migc_new_loose (id, title, price, note, extra, code)
    SELECT id, title, price, note, extra, code
    FROM loose;
  rebuild of loose: drop the old table
    DROP TABLE loose;
  rebuild of loose: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of loose: take the name
    ALTER TABLE migc_new_loose RENAME TO loose;
  rebuild of loose: renames follow again
    PRAGMA legacy_alter_table = OFF;
