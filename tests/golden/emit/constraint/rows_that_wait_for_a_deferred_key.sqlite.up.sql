# upgrade rows_that_wait_for_a_deferred_key [foreign keys off]
  create table page
    CREATE TABLE page (
      id BIGINT NOT NULL,
      next BIGINT,
      title VARCHAR(40),
      CONSTRAINT page_pkey PRIMARY KEY (id)
    );
  add foreign key page_next_fk to page: rebuild of page: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('page') WHERE name COLLATE NOCASE NOT IN ('id', 'next', 'title')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'page' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'page' COLLATE NOCASE
    )
    else table page has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of page: create the new table
    CREATE TABLE migc_new_page (
      id BIGINT NOT NULL,
      next BIGINT,
      title VARCHAR(40),
      CONSTRAINT page_pkey PRIMARY KEY (id),
      CONSTRAINT page_next_fk FOREIGN KEY (next) REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED
    );
  rebuild of page: copy the rows
    INSERT INTO migc_new_page (id, next, title)
    SELECT id, next, title
    FROM page;
  rebuild of page: drop the old table
    DROP TABLE page;
  rebuild of page: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of page: take the name
    ALTER TABLE migc_new_page RENAME TO page;
  rebuild of page: renames follow again
    PRAGMA legacy_alter_table = OFF;
  insert 2 rows into page
    INSERT INTO page (id, next, title) VALUES
      (1, 2, 'first'),
      (2, 1, 'second');
  add column page.shelf
    ALTER TABLE page ADD COLUMN shelf INTEGER;
  insert 2 rows into page
    INSERT INTO page (id, next, title) VALUES
      (3, 4, 'third'),
      (4, 3, 'fourth');
