# upgrade held [foreign keys off]
  drop column sought.times [loses data]
    ALTER TABLE sought DROP COLUMN times;
  rename column owner.name to title
    ALTER TABLE owner RENAME COLUMN name TO title;
  rename table owned to possession
    ALTER TABLE owned RENAME TO possession;
  change type of possession.pages to bigint: rebuild of possession: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('possession') WHERE name COLLATE NOCASE NOT IN ('id', 'owner_id', 'pages')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'possession' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'possession' COLLATE NOCASE
    )
    else table possession has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of possession: create the new table
    CREATE TABLE migc_new_possession (
      id BIGINT NOT NULL,
      owner_id BIGINT NOT NULL,
      pages BIGINT,
      CONSTRAINT owned_pkey PRIMARY KEY (id),
      CONSTRAINT owned_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES owner (id),
      CONSTRAINT owned_pages_check CHECK (pages > 0)
    );
  rebuild of possession: copy the rows
    INSERT INTO migc_new_possession (id, owner_id, pages)
    SELECT id, owner_id, pages
    FROM possession;
  rebuild of possession: drop the old table
    DROP TABLE possession;
  rebuild of possession: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of possession: take the name
    ALTER TABLE migc_new_possession RENAME TO possession;
  rebuild of possession: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rename column possession.owner_id to holder_id
    ALTER TABLE possession RENAME COLUMN owner_id TO holder_id;
  drop column possession.holder_id: rebuild of possession: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('possession') WHERE name COLLATE NOCASE NOT IN ('id', 'pages', 'holder_id')
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
      CONSTRAINT owned_pkey PRIMARY KEY (id),
      CONSTRAINT owned_pages_check CHECK (pages > 0)
    );
  rebuild of possession: copy the rows
    INSERT INTO migc_new_possession (id, pages)
    SELECT id, pages
    FROM possession;
  rebuild of possession: drop the old table [loses data]
    DROP TABLE possession;
  rebuild of possession: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of possession: take the name
    ALTER TABLE migc_new_possession RENAME TO possession;
  rebuild of possession: renames follow again
    PRAGMA legacy_alter_table = OFF;
