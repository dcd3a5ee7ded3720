# upgrade add_to_held
  add column sought.seen
    ALTER TABLE dbo.sought ADD seen DATETIME2 NULL;
  drop default of sought.times
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.sought DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.sought') AND COL_NAME(parent_object_id, parent_column_id) = N'times';
    EXEC (@sql);
  comment on column sought.times
    DECLARE @failed INT;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.sought') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N'dbo.sought'), N'times', N'ColumnId') AND name = N'MS_Description')
      EXEC @failed = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'Since the last report',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'sought', @level2type = N'COLUMN', @level2name = N'times';
    ELSE
      EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Since the last report',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'sought', @level2type = N'COLUMN', @level2name = N'times';
    IF @failed <> 0 THROW 50000, N'the comment could not be set', 1;
  add column owner.city
    ALTER TABLE dbo.owner ADD city VARCHAR(80) NULL CONSTRAINT owner_city_default DEFAULT N'Bern' WITH VALUES;
