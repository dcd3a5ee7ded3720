# downgrade column_renamed
  rename column player.alias to nick
    ALTER TABLE player RENAME COLUMN alias TO nick;
  make way: drop view best
    DROP VIEW best;
  define view ranked
    DROP VIEW IF EXISTS ranked;
  define view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score from player;
  put back view best
    CREATE VIEW best AS
    select name from ranked where score > 9000;
