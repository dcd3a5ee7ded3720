# downgrade by_version_of_mysql
  drop default of page.changed
    ALTER TABLE page ALTER COLUMN changed DROP DEFAULT;
  remove comment of column page.heading, drop not null on page.body
    ALTER TABLE page
      MODIFY COLUMN heading VARCHAR(80) NOT NULL DEFAULT 'it''s \\ so',
      MODIFY COLUMN body TEXT;
  rename column page.heading to title
    ALTER TABLE page RENAME COLUMN heading TO title;
  drop table page [loses data]
    DROP TABLE page;
