# upgrade table_renamed
  define function touched [outside a transaction]
    CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN NEW.seen := NEW.seen + 1; RETURN NEW; END; $body$;
  define trigger touch on player [outside a transaction]
    CREATE TRIGGER touch BEFORE UPDATE ON player FOR EACH ROW EXECUTE FUNCTION touched();
  rename table player to contestant [outside a transaction]
    ALTER TABLE player RENAME TO contestant;
  define trigger touch on contestant [outside a transaction]
    DROP TRIGGER touch ON contestant;
  define trigger touch on contestant [outside a transaction]
    CREATE TRIGGER touch BEFORE UPDATE ON contestant FOR EACH ROW EXECUTE FUNCTION touched();
  add column contestant.team [outside a transaction]
    ALTER TABLE contestant ADD COLUMN team VARCHAR(20);
  make way: drop view best [outside a transaction]
    DROP VIEW best;
  define view ranked [outside a transaction]
    DROP VIEW IF EXISTS ranked;
  define view ranked [outside a transaction]
    CREATE VIEW ranked AS
    select id, nick as name, score, team from contestant;
  put back view best [outside a transaction]
    CREATE VIEW best AS
    select name from ranked where score > 9000;
