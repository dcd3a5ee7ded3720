# downgrade enum_of_other_length
  rename value 'crimson' of enum colour to 'red': part.colour
    ALTER TABLE dbo.part DROP CONSTRAINT part_colour_enum;
  rename value 'crimson' of enum colour to 'red': part.colour
    UPDATE dbo.part SET colour = CASE colour WHEN N'crimson' THEN N'red' ELSE colour END WHERE colour IN (N'crimson');
  rename value 'crimson' of enum colour to 'red': part.colour
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.part DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.part') AND COL_NAME(parent_object_id, parent_column_id) = N'colour';
    EXEC (@sql);
  rename value 'crimson' of enum colour to 'red': part.colour
    ALTER TABLE dbo.part ADD CONSTRAINT part_colour_default DEFAULT N'red' FOR colour;
  rename value 'crimson' of enum colour to 'red': part.colour
    ALTER TABLE dbo.part ADD CONSTRAINT part_colour_enum CHECK (colour IN (N'red', N'ultramarine', N'green'));
  change values of enum colour: part.colour
    ALTER TABLE dbo.part DROP CONSTRAINT part_colour_enum;
  make way for a change of part.colour
    DROP INDEX part_by_colour ON dbo.part;
  change values of enum colour: part.colour
    ALTER TABLE dbo.part ALTER COLUMN colour NVARCHAR(5) NOT NULL;
  put back what was on part.colour
    CREATE INDEX part_by_colour ON dbo.part (colour, code);
  change values of enum colour: part.colour
    ALTER TABLE dbo.part ADD CONSTRAINT part_colour_enum CHECK (colour IN (N'red', N'green'));
