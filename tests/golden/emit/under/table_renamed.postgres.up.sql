# upgrade table_renamed
  define function touched
    CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN NEW.seen := NEW.seen + 1; RETURN NEW; END; $body$;
  define trigger touch on player
    CREATE TRIGGER touch BEFORE UPDATE ON player FOR EACH ROW EXECUTE FUNCTION touched();
  rename table player to contestant
    ALTER TABLE player RENAME TO contestant;
  define trigger touch on contestant
    DROP TRIGGER touch ON contestant;
  define trigger touch on contestant
    CREATE TRIGGER touch BEFORE UPDATE ON contestant FOR EACH ROW EXECUTE FUNCTION touched();
  add column contestant.team
    ALTER TABLE contestant ADD COLUMN team VARCHAR(20);
  make way: drop view best
    DROP VIEW best;
  define view ranked
    DROP VIEW IF EXISTS ranked;
  define view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score, team from contestant;
  put back view best
    CREATE VIEW best AS
    select name from ranked where score > 9000;
