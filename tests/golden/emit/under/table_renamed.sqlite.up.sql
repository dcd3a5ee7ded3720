# upgrade table_renamed
  define function touched (it has no text for this dialect)
  define trigger touch on player
    CREATE TRIGGER touch AFTER UPDATE OF score ON player BEGIN UPDATE player SET seen = seen + 1 WHERE id = new.id; END;
  rename table player to member
    ALTER TABLE player RENAME TO member;
  define trigger touch on member
    DROP TRIGGER touch;
  define trigger touch on member
    CREATE TRIGGER touch AFTER UPDATE OF score ON member BEGIN UPDATE member SET seen = seen + 1 WHERE id = new.id; END;
  add column member.team
    ALTER TABLE member ADD COLUMN team VARCHAR(20);
  define view ranked
    DROP VIEW ranked;
  define view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score, team from member;
