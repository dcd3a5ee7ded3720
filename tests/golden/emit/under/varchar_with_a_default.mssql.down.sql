# downgrade varchar_with_a_default
  make way for a change of team.colour
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.team DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.team') AND COL_NAME(parent_object_id, parent_column_id) = N'colour';
    EXEC (@sql);
  change type of team.colour to varchar(40) [loses data]
    ALTER TABLE dbo.team ALTER COLUMN colour VARCHAR(40) NULL;
  put back what was on team.colour
    ALTER TABLE dbo.team ADD CONSTRAINT team_colour_default DEFAULT N'red' FOR colour;
  change type of team.colour to varchar(20) [loses data]
    ALTER TABLE dbo.team ALTER COLUMN colour VARCHAR(20) NULL;
  drop table team [loses data]
    DROP TABLE dbo.team;
