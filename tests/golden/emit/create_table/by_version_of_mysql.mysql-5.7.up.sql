# upgrade by_version_of_mysql
  create table page
    CREATE TABLE page (
      id BIGINT NOT NULL AUTO_INCREMENT,
      code CHAR(36),
      title VARCHAR(80) NOT NULL DEFAULT 'it''s \\ so',
      seen DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
      changed TIMESTAMP NULL,
      body TEXT,
      PRIMARY KEY (id),
      INDEX page_title_idx (title)
    ) AUTO_INCREMENT = 10;
  rename column page.title to heading
    ALTER TABLE page CHANGE COLUMN title heading VARCHAR(80) NOT NULL DEFAULT 'it''s \\ so';
  fill nulls of page.body
    UPDATE page SET body = '-' WHERE body IS NULL;
  set not null on page.body
    ALTER TABLE page MODIFY COLUMN body TEXT NOT NULL;
  comment on column page.heading
    ALTER TABLE page MODIFY COLUMN heading VARCHAR(80) NOT NULL DEFAULT 'it''s \\ so' COMMENT 'In bold';
  set default of page.changed
    ALTER TABLE page MODIFY COLUMN changed TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP;
