# downgrade table_renamed
  drop view best
    DROP VIEW best;
  drop view ranked
    DROP VIEW ranked;
  drop column contestant.team [loses data]
    ALTER TABLE contestant DROP COLUMN team;
  rename table contestant to player
    ALTER TABLE contestant RENAME TO player;
  define view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score from player;
  define view best
    CREATE VIEW best AS
    select name from ranked where score > 9000;
  define trigger touch on player
    DROP TRIGGER touch;
  define trigger touch on player
    CREATE TRIGGER touch AFTER UPDATE OF score ON player BEGIN UPDATE player SET seen = seen + 1 WHERE id = new.id; END;
  drop trigger touch on player
    DROP TRIGGER touch;
  drop function touched (it has no text for this dialect)
