# upgrade varchar_with_a_default [foreign keys off]
  create table team
    CREATE TABLE team (
      id INTEGER NOT NULL,
      colour VARCHAR(20) DEFAULT 'red',
      CONSTRAINT team_pkey PRIMARY KEY (id)
    );
  change type of team.colour to varchar(40): rebuild of team: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('team') WHERE name COLLATE NOCASE NOT IN ('id', 'colour')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'team' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'team' COLLATE NOCASE
    )
    else table team has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of team: create the new table
    CREATE TABLE migc_new_team (
      id INTEGER NOT NULL,
      colour VARCHAR(40) DEFAULT 'red',
      CONSTRAINT team_pkey PRIMARY KEY (id)
    );
  rebuild of team: copy the rows
    INSERT INTO migc_new_team (id, colour)
    SELECT id, colour
    FROM team;
  rebuild of team: drop the old table
    DROP TABLE team;
  rebuild of team: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of team: take the name
    ALTER TABLE migc_new_team RENAME TO team;
  rebuild of team: renames follow again
    PRAGMA legacy_alter_table = OFF;
  change type of team.colour to text: rebuild of team: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('team') WHERE name COLLATE NOCASE NOT IN ('id', 'colour')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'team' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'team' COLLATE NOCASE
    )
    else table team has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of team: create the new table
    CREATE TABLE migc_new_team (
      id INTEGER NOT NULL,
      colour TEXT DEFAULT 'red',
      CONSTRAINT team_pkey PRIMARY KEY (id)
    );
  rebuild of team: copy the rows
    INSERT INTO migc_new_team (id, colour)
    SELECT id, colour
    FROM team;
  rebuild of team: drop the old table
    DROP TABLE team;
  rebuild of team: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of team: take the name
    ALTER TABLE migc_new_team RENAME TO team;
  rebuild of team: renames follow again
    PRAGMA legacy_alter_table = OFF;
