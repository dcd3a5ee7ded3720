# downgrade enum_set [foreign keys off]
  change values of enum mood: rebuild of person: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('person') WHERE name COLLATE NOCASE NOT IN ('id', 'feels')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'person' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE
    )
    else table person has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of person: create the new table
    CREATE TABLE migc_new_person (
      id INTEGER NOT NULL,
      feels VARCHAR(5) NOT NULL DEFAULT 'ok' CHECK (feels IN ('sad', 'ok', 'happy')),
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  rebuild of person: copy the rows
    INSERT INTO migc_new_person (id, feels)
    SELECT id, feels
    FROM person;
  rebuild of person: drop the old table
    DROP TABLE person;
  rebuild of person: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of person: take the name
    ALTER TABLE migc_new_person RENAME TO person;
  rebuild of person: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood (no column uses it any more)
