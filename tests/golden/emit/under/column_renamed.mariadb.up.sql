# upgrade column_renamed
  rename column player.nick to alias
    ALTER TABLE player RENAME COLUMN nick TO alias;
  define view ranked
    CREATE OR REPLACE VIEW ranked AS
    select id, alias as name, score from player;
