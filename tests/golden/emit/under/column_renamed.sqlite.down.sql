# downgrade column_renamed
  rename column player.alias to nick
    ALTER TABLE player RENAME COLUMN alias TO nick;
  define view ranked
    DROP VIEW ranked;
  define view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score from player;
