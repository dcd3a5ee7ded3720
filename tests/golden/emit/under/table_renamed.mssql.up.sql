# upgrade table_renamed
  define function touched: it has no text for SQL Server
  define trigger touch on player: it has no text for SQL Server
  rename table player to contestant
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.player', @newname = N'contestant', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint player_score_default to contestant_score_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.player_score_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.player_score_default', @newname = N'contestant_score_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint player_seen_default to contestant_seen_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.player_seen_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.player_seen_default', @newname = N'contestant_seen_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  define trigger touch on contestant: it has no text for SQL Server
  add column contestant.team
    ALTER TABLE dbo.contestant ADD team VARCHAR(20) NULL;
  define view ranked
    ALTER VIEW dbo.ranked AS
    select id, nick as name, score, team from contestant;
