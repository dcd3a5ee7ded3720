# upgrade table_renamed
  define function touched: it has no text for Oracle
  define trigger touch on player: it has no text for Oracle
  rename table player to member
    ALTER TABLE player RENAME TO member;
  define trigger touch on member: it has no text for Oracle
  add column member.team
    ALTER TABLE member ADD (team VARCHAR2(20 CHAR));
  define view ranked
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score, team from member;
