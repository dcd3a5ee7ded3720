# downgrade table_renamed
  drop view best [outside a transaction]
    DROP VIEW best;
  drop view ranked [outside a transaction]
    DROP VIEW ranked;
  drop column contestant.team [outside a transaction] [loses data]
    ALTER TABLE contestant DROP COLUMN team;
  rename table contestant to player [outside a transaction]
    ALTER TABLE contestant RENAME TO player;
  define view ranked [outside a transaction]
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score from player;
  define view best [outside a transaction]
    CREATE OR REPLACE VIEW best AS
    select name from ranked where score > 9000;
  define trigger touch on player [outside a transaction]
    DROP TRIGGER touch ON player;
  define trigger touch on player [outside a transaction]
    CREATE TRIGGER touch BEFORE UPDATE ON player FOR EACH ROW EXECUTE FUNCTION touched();
  drop trigger touch on player [outside a transaction]
    DROP TRIGGER touch ON player;
  drop function touched [outside a transaction]
    DROP FUNCTION touched();
