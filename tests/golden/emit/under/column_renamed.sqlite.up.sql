# upgrade column_renamed
  rename column player.nick to alias
    ALTER TABLE player RENAME COLUMN nick TO alias;
  define view ranked
    DROP VIEW ranked;
  define view ranked
    CREATE VIEW ranked AS
    select id, alias as name, score from player;
