# downgrade rows_that_wait_for_a_deferred_key [foreign keys off]
  delete rows of page
    DELETE FROM page WHERE id IN (3, 4);
  drop column page.shelf [loses data]
    ALTER TABLE page DROP COLUMN shelf;
  delete rows of page
    DELETE FROM page WHERE id IN (1, 2);
  drop constraint page_next_fk of page: rebuild of page: nothing on it that the migrations do not know
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
      CONSTRAINT page_pkey PRIMARY KEY (id)
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
  drop table page [loses data]
    DROP TABLE page;
