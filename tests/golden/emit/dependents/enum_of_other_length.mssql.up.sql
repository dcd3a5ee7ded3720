# upgrade enum_of_other_length
  add value 'ultramarine' to enum colour: part.colour
    ALTER TABLE dbo.part DROP CONSTRAINT part_colour_enum;
  add value 'ultramarine' to enum colour: part.colour
    ALTER TABLE dbo.part ALTER COLUMN colour NVARCHAR(11) NOT NULL;
  add value 'ultramarine' to enum colour: part.colour
    ALTER TABLE dbo.part ADD CONSTRAINT part_colour_enum CHECK (colour IN (N'red', N'ultramarine', N'green'));
  rename value 'red' of enum colour to 'crimson': part.colour
    ALTER TABLE dbo.part DROP CONSTRAINT part_colour_enum;
  rename value 'red' of enum colour to 'crimson': part.colour
    UPDATE dbo.part SET colour = CASE colour WHEN N'red' THEN N'crimson' ELSE colour END WHERE colour IN (N'red');
  rename value 'red' of enum colour to 'crimson': part.colour
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.part DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.part') AND COL_NAME(parent_object_id, parent_column_id) = N'colour';
    EXEC (@sql);
  rename value 'red' of enum colour to 'crimson': part.colour
    ALTER TABLE dbo.part ADD CONSTRAINT part_colour_default DEFAULT N'crimson' FOR colour;
  rename value 'red' of enum colour to 'crimson': part.colour
    ALTER TABLE dbo.part ADD CONSTRAINT part_colour_enum CHECK (colour IN (N'crimson', N'ultramarine', N'green'));
