# downgrade table_renamed
  drop view best
    DROP VIEW best;
  drop view ranked
    DROP VIEW ranked;
  drop column contestant.team [loses data]
    ALTER TABLE contestant DROP COLUMN team;
  define trigger touch on contestant: it has no text for Oracle
  rename table contestant to player
    ALTER TABLE contestant RENAME TO player;
  define view ranked
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score from player;
  define view best
    CREATE OR REPLACE VIEW best AS
    select name from ranked where score > 9000;
  drop trigger touch on player: it had no text for Oracle
  drop function touched: it had no text for Oracle
