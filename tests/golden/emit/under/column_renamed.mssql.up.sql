# upgrade column_renamed
  rename column player.nick to alias
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.player.nick', @newname = N'alias', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  define view ranked
    ALTER VIEW dbo.ranked AS
    select id, alias as name, score from player;
