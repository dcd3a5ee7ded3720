# downgrade timestamp_not_null [foreign keys off]
  drop not null on event.until: rebuild of event: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('event') WHERE name COLLATE NOCASE NOT IN ('id', 'at', 'until', 'day')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'event' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event' COLLATE NOCASE
    )
    else table event has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of event: create the new table
    CREATE TABLE migc_new_event (
      id INTEGER NOT NULL,
      at DATETIME NOT NULL,
      until DATETIME,
      day DATETIME NOT NULL,
      CONSTRAINT event_pkey PRIMARY KEY (id)
    );
  rebuild of event: copy the rows
    INSERT INTO migc_new_event (id, at, until, day)
    SELECT id, at, until, day
    FROM event;
  rebuild of event: drop the old table
    DROP TABLE event;
  rebuild of event: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of event: take the name
    ALTER TABLE migc_new_event RENAME TO event;
  rebuild of event: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop table event [loses data]
    DROP TABLE event;
