# upgrade column_renamed
  rename column player.nick to alias
    ALTER TABLE player RENAME COLUMN nick TO alias;
  make way: drop view best
    DROP VIEW best;
  define view ranked
    DROP VIEW IF EXISTS ranked;
  define view ranked
    CREATE VIEW ranked AS
    select id, alias as name, score from player;
  put back view best
    CREATE VIEW best AS
    select name from ranked where score > 9000;
