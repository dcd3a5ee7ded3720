# downgrade held [foreign keys off]
  add column possession.holder_id: rebuild of possession: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('possession') WHERE name COLLATE NOCASE NOT IN ('id', 'pages')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'possession' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'possession' COLLATE NOCASE
    )
    else table possession has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of possession: create the new table
    CREATE TABLE migc_new_possession (
      id BIGINT NOT NULL,
      pages BIGINT,
      holder_id BIGINT NOT NULL,
      CONSTRAINT owned_pkey PRIMARY KEY (id),
      CONSTRAINT owned_pages_check CHECK (pages > 0),
      CONSTRAINT owned_owner_id_fkey FOREIGN KEY (holder_id) REFERENCES owner (id)
    );
  rebuild of possession: copy the rows
    INSERT INTO migc_new_possession (id, pages)
    SELECT id, pages
    FROM possession;
  rebuild of possession: drop the old table
    DROP TABLE possession;
  rebuild of possession: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of possession: take the name
    ALTER TABLE migc_new_possession RENAME TO possession;
  rebuild of possession: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rename column possession.holder_id to owner_id
    ALTER TABLE possession RENAME COLUMN holder_id TO owner_id;
  change type of possession.pages to integer: rebuild of possession: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('possession') WHERE name COLLATE NOCASE NOT IN ('id', 'pages', 'owner_id')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'possession' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'possession' COLLATE NOCASE
    )
    else table possession has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of possession: create the new table
    CREATE TABLE migc_new_possession (
      id BIGINT NOT NULL,
      pages INTEGER,
      owner_id BIGINT NOT NULL,
      CONSTRAINT owned_pkey PRIMARY KEY (id),
      CONSTRAINT owned_pages_check CHECK (pages > 0),
      CONSTRAINT owned_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES owner (id)
    );
  rebuild of possession: copy the rows
    INSERT INTO migc_new_possession (id, pages, owner_id)
    SELECT id, pages, owner_id
    FROM possession;
  rebuild of possession: drop the old table [loses data]
    DROP TABLE possession;
  rebuild of possession: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of possession: take the name
    ALTER TABLE migc_new_possession RENAME TO possession;
  rebuild of possession: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rename table possession to owned
    ALTER TABLE possession RENAME TO owned;
  rename column owner.title to name
    ALTER TABLE owner RENAME COLUMN title TO name;
  add column sought.times
    ALTER TABLE sought ADD COLUMN times INTEGER DEFAULT 0;
