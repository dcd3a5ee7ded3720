# downgrade types_of_two_views
  make way for a change of player.score
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.player DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.player') AND COL_NAME(parent_object_id, parent_column_id) = N'score';
    EXEC (@sql);
  change type of player.score to integer [loses data]
    ALTER TABLE dbo.player ALTER COLUMN score INT NOT NULL;
  put back what was on player.score
    ALTER TABLE dbo.player ADD CONSTRAINT player_score_default DEFAULT 0 FOR score;
  make way for a change of player.seen
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.player DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.player') AND COL_NAME(parent_object_id, parent_column_id) = N'seen';
    EXEC (@sql);
  change type of player.seen to integer [loses data]
    ALTER TABLE dbo.player ALTER COLUMN seen INT NOT NULL;
  put back what was on player.seen
    ALTER TABLE dbo.player ADD CONSTRAINT player_seen_default DEFAULT 0 FOR seen;
  view ranked looks at player again
    EXEC sys.sp_refreshview @viewname = N'dbo.ranked';
  view first_seen looks at player again
    EXEC sys.sp_refreshview @viewname = N'dbo.first_seen';
  drop view first_seen
    DROP VIEW dbo.first_seen;
