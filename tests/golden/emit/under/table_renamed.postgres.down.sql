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
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score from player;
  define view best
    CREATE OR REPLACE VIEW best AS
    select name from ranked where score > 9000;
  define trigger touch on player
    DROP TRIGGER touch ON player;
  define trigger touch on player
    CREATE TRIGGER touch BEFORE UPDATE ON player FOR EACH ROW EXECUTE FUNCTION touched();
  drop trigger touch on player
    DROP TRIGGER touch ON player;
  drop function touched
    DROP FUNCTION touched();
