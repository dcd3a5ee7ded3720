# downgrade by_version_of_mysql
  drop default of page.changed
    ALTER TABLE page MODIFY (changed DEFAULT NULL);
  remove comment of column page.heading
    COMMENT ON COLUMN page.heading IS '';
  drop not null on page.body
    ALTER TABLE page MODIFY (body NULL);
  rename column page.heading to title: drop index page_title_idx, which computes with it
    DROP INDEX page_title_idx;
  rename column page.heading to title
    ALTER TABLE page RENAME COLUMN heading TO title;
  rename column page.heading to title: put back index page_title_idx
    CREATE INDEX page_title_idx ON page (title DESC);
  drop table page [loses data]
    DROP TABLE page;
