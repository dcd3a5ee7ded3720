# downgrade table_renamed
  drop view best
    DROP VIEW dbo.best;
  drop view ranked
    DROP VIEW dbo.ranked;
  drop column contestant.team [loses data]
    ALTER TABLE dbo.contestant DROP COLUMN team;
  define trigger touch on contestant: it has no text for SQL Server
  rename table contestant to player
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.contestant', @newname = N'player', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint contestant_score_default to player_score_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.contestant_score_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.contestant_score_default', @newname = N'player_score_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint contestant_seen_default to player_seen_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.contestant_seen_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.contestant_seen_default', @newname = N'player_seen_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  define view ranked
    CREATE VIEW dbo.ranked AS
    select id, nick as name, score from player;
  define view best
    CREATE VIEW dbo.best AS
    select name from ranked where score > 9000;
  drop trigger touch on player: it had no text for SQL Server
  drop function touched: it had no text for SQL Server
