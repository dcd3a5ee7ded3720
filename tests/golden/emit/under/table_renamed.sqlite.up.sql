# upgrade table_renamed
  define function touched (it has no text for this dialect)
  define trigger touch on player
    CREATE TRIGGER touch AFTER UPDATE OF score ON player BEGIN UPDATE player SET seen = seen + 1 WHERE id = new.id; END;
  rename table player to contestant
    ALTER TABLE player RENAME TO contestant;
  define trigger touch on contestant
    DROP TRIGGER touch;
  define trigger touch on contestant
    CREATE TRIGGER touch AFTER UPDATE OF score ON contestant BEGIN UPDATE contestant SET seen = seen + 1 WHERE id = new.id; END;
  add column contestant.team
    ALTER TABLE contestant ADD COLUMN team VARCHAR(20);
  define view ranked
    DROP VIEW ranked;
  define view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score, team from contestant;
