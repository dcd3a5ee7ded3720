# downgrade column_renamed
  rename column player.alias to nick
    ALTER TABLE player RENAME COLUMN alias TO nick;
  define view ranked
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score from player;
