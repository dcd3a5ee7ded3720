# downgrade forms [foreign keys off]
  rename table tight to loose
    ALTER TABLE tight RENAME TO loose;
  drop not null on loose.extra: rebuild of loose: nothing on it that the migrations do not know
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
      note TEXT,
      extra NUMERIC(12,2),
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
  change type of loose.note to varchar(200), change type of loose.extra to integer: rebuild of loose: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('loose') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'price', 'note', 'extra')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'loose' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'loose' COLLATE NOCASE
    )
    else table loose has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of loose: every value of extra converts
    require SELECT count(*) = 0 FROM loose WHERE CAST(extra AS INTEGER) <> extra
    else column extra of table loose has values that INTEGER cannot hold as they are
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
    SELECT id, title, price, note, CAST(extra AS INTEGER)
    FROM loose;
  rebuild of loose: drop the old table [loses data]
    DROP TABLE loose;
  rebuild of loose: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of loose: take the name
    ALTER TABLE migc_new_loose RENAME TO loose;
  rebuild of loose: renames follow again
    PRAGMA legacy_alter_table = OFF;
  create unique index owner_by_name on owner
    CREATE UNIQUE INDEX owner_by_name ON owner (name);
  rename index owner_by_name to owner_name_idx
    DROP INDEX owner_by_name;
  rename index owner_by_name to owner_name_idx
    CREATE UNIQUE INDEX owner_name_idx ON owner (name);
  drop index owner_name_idx on owner
    DROP INDEX owner_name_idx;
  add unique constraint owner_name_key to owner: rebuild of owner: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('owner') WHERE name COLLATE NOCASE NOT IN ('id', 'name')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'owner' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'owner' COLLATE NOCASE
    )
    else table owner has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of owner: create the new table
    CREATE TABLE migc_new_owner (
      id BIGINT NOT NULL,
      name VARCHAR(80) NOT NULL,
      CONSTRAINT owner_pkey PRIMARY KEY (id),
      CONSTRAINT owner_name_key UNIQUE (name)
    );
  rebuild of owner: copy the rows
    INSERT INTO migc_new_owner (id, name)
    SELECT id, name
    FROM owner;
  rebuild of owner: drop the old table
    DROP TABLE owner;
  rebuild of owner: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of owner: take the name
    ALTER TABLE migc_new_owner RENAME TO owner;
  rebuild of owner: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop constraint owner_name_key of owner: rebuild of owner: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('owner') WHERE name COLLATE NOCASE NOT IN ('id', 'name')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'owner' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'owner' COLLATE NOCASE
    )
    else table owner has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of owner: create the new table
    CREATE TABLE migc_new_owner (
      id BIGINT NOT NULL,
      name VARCHAR(80) NOT NULL,
      CONSTRAINT owner_pkey PRIMARY KEY (id)
    );
  rebuild of owner: copy the rows
    INSERT INTO migc_new_owner (id, name)
    SELECT id, name
    FROM owner;
  rebuild of owner: drop the old table
    DROP TABLE owner;
  rebuild of owner: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of owner: take the name
    ALTER TABLE migc_new_owner RENAME TO owner;
  rebuild of owner: renames follow again
    PRAGMA legacy_alter_table = OFF;
