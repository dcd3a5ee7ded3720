# upgrade types_of_two_views
  define view first_seen
    CREATE VIEW dbo.first_seen AS
    select player.seen, ranked.score from player, ranked where ranked.id = player.id;
  make way for a change of player.seen
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.player DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.player') AND COL_NAME(parent_object_id, parent_column_id) = N'seen';
    EXEC (@sql);
  change type of player.seen to bigint
    ALTER TABLE dbo.player ALTER COLUMN seen BIGINT NOT NULL;
  put back what was on player.seen
    ALTER TABLE dbo.player ADD CONSTRAINT player_seen_default DEFAULT 0 FOR seen;
  make way for a change of player.score
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.player DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.player') AND COL_NAME(parent_object_id, parent_column_id) = N'score';
    EXEC (@sql);
  change type of player.score to bigint
    ALTER TABLE dbo.player ALTER COLUMN score BIGINT NOT NULL;
  put back what was on player.score
    ALTER TABLE dbo.player ADD CONSTRAINT player_score_default DEFAULT 0 FOR score;
  view ranked looks at player again
    EXEC sys.sp_refreshview @viewname = N'dbo.ranked';
  view first_seen looks at player again
    EXEC sys.sp_refreshview @viewname = N'dbo.first_seen';
