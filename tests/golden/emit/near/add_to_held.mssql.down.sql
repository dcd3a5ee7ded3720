# downgrade add_to_held
  make way for the end of owner.city
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.owner DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.owner') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'city';
    EXEC (@sql);
  drop column owner.city [loses data]
    ALTER TABLE dbo.owner DROP COLUMN city;
  remove comment of column sought.times
    DECLARE @failed INT = 0;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.sought') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N'dbo.sought'), N'times', N'ColumnId') AND name = N'MS_Description')
      EXEC @failed = sys.sp_dropextendedproperty @name = N'MS_Description',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'sought', @level2type = N'COLUMN', @level2name = N'times';
    IF @failed <> 0 THROW 50000, N'sp_dropextendedproperty has failed', 1;
  set default of sought.times
    ALTER TABLE dbo.sought ADD CONSTRAINT sought_times_default DEFAULT 0 FOR times;
  drop column sought.seen [loses data]
    ALTER TABLE dbo.sought DROP COLUMN seen;
