# upgrade varchar_with_a_default
  create table team
    CREATE TABLE dbo.team (
      id INT NOT NULL,
      colour VARCHAR(20) NULL CONSTRAINT team_colour_default DEFAULT N'red',
      CONSTRAINT team_pkey PRIMARY KEY (id)
    );
  change type of team.colour to varchar(40)
    ALTER TABLE dbo.team ALTER COLUMN colour VARCHAR(40) NULL;
  make way for a change of team.colour
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.team DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.team') AND COL_NAME(parent_object_id, parent_column_id) = N'colour';
    EXEC (@sql);
  change type of team.colour to text
    ALTER TABLE dbo.team ALTER COLUMN colour NVARCHAR(MAX) NULL;
  put back what was on team.colour
    ALTER TABLE dbo.team ADD CONSTRAINT team_colour_default DEFAULT N'red' FOR colour;
