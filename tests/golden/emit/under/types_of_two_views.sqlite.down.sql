# downgrade types_of_two_views [foreign keys off]
  change type of player.score to integer, change type of player.seen to integer: rebuild of player: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('player') WHERE name COLLATE NOCASE NOT IN ('id', 'nick', 'score', 'seen')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'player' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'player' COLLATE NOCASE
    )
    else table player has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of player: create the new table
    CREATE TABLE migc_new_player (
      id INTEGER NOT NULL,
      nick VARCHAR(40) NOT NULL,
      score INTEGER NOT NULL DEFAULT 0,
      seen INTEGER NOT NULL DEFAULT 0,
      CONSTRAINT player_pkey PRIMARY KEY (id)
    );
  rebuild of player: copy the rows
    INSERT INTO migc_new_player (id, nick, score, seen)
    SELECT id, nick, score, seen
    FROM player;
  rebuild of player: drop the old table [loses data]
    DROP TABLE player;
  rebuild of player: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of player: take the name
    ALTER TABLE migc_new_player RENAME TO player;
  rebuild of player: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop view first_seen
    DROP VIEW first_seen;
