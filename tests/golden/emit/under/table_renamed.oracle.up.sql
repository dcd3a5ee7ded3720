# upgrade table_renamed
  define function touched: it has no text for Oracle
  define trigger touch on player: it has no text for Oracle
  rename table player to contestant
    ALTER TABLE player RENAME TO contestant;
  define trigger touch on contestant: it has no text for Oracle
  add column contestant.team
    ALTER TABLE contestant ADD (team VARCHAR2(20 CHAR));
  define view ranked
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score, team from contestant;
