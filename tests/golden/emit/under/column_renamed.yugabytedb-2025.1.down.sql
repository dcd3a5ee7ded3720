# downgrade column_renamed
  rename column player.alias to nick [outside a transaction]
    ALTER TABLE player RENAME COLUMN alias TO nick;
  make way: drop view best [outside a transaction]
    DROP VIEW best;
  define view ranked [outside a transaction]
    DROP VIEW IF EXISTS ranked;
  define view ranked [outside a transaction]
    CREATE VIEW ranked AS
    select id, nick as name, score from player;
  put back view best [outside a transaction]
    CREATE VIEW best AS
    select name from ranked where score > 9000;
