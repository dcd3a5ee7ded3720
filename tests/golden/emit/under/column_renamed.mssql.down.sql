# downgrade column_renamed
  rename column player.alias to nick
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.player.alias', @newname = N'nick', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  define view ranked
    ALTER VIEW dbo.ranked AS
    select id, nick as name, score from player;
