# upgrade table_renamed
  define function touched: it has no text for MySQL
  define trigger touch on player
    DROP TRIGGER IF EXISTS touch;
  define trigger touch on player
    CREATE TRIGGER touch BEFORE UPDATE ON player FOR EACH ROW SET NEW.seen = OLD.seen + 1;
  rename table player to contestant
    RENAME TABLE player TO contestant;
  define trigger touch on contestant
    DROP TRIGGER IF EXISTS touch;
  define trigger touch on contestant
    CREATE TRIGGER touch BEFORE UPDATE ON contestant FOR EACH ROW SET NEW.seen = OLD.seen + 1;
  add column contestant.team
    ALTER TABLE contestant ADD COLUMN team VARCHAR(20);
  define view ranked
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score, team from contestant;
