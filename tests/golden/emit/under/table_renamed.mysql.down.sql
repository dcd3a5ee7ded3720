# downgrade table_renamed
  drop view best
    DROP VIEW best;
  drop view ranked
    DROP VIEW ranked;
  drop column contestant.team [loses data]
    ALTER TABLE contestant DROP COLUMN team;
  rename table contestant to player
    RENAME TABLE contestant TO player;
  define view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score from player;
  define view best
    CREATE VIEW best AS
    select name from ranked where score > 9000;
  define trigger touch on player
    DROP TRIGGER IF EXISTS touch;
  define trigger touch on player
    CREATE TRIGGER touch BEFORE UPDATE ON player FOR EACH ROW SET NEW.seen = OLD.seen + 1;
  drop trigger touch on player
    DROP TRIGGER IF EXISTS touch;
  drop function touched: it had no text for MySQL
