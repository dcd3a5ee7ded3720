# upgrade table_renamed
  define function touched: it has no text for MariaDB
  define trigger touch on player
    CREATE TRIGGER touch BEFORE UPDATE ON player FOR EACH ROW SET NEW.seen = OLD.seen + 1;
  rename table player to member
    RENAME TABLE player TO member;
  define trigger touch on member
    DROP TRIGGER touch;
  define trigger touch on member
    CREATE TRIGGER touch BEFORE UPDATE ON member FOR EACH ROW SET NEW.seen = OLD.seen + 1;
  add column member.team
    ALTER TABLE member ADD COLUMN team VARCHAR(20);
  define view ranked
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score, team from member;
