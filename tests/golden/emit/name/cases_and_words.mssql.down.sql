# downgrade cases_and_words
  drop index Upper index on plain
    DROP INDEX [Upper index] ON dbo.plain;
  drop default of plain.Mixed
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.plain DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.plain') AND COL_NAME(parent_object_id, parent_column_id) = N'Mixed';
    EXEC (@sql);
  drop not null on plain.level
    ALTER TABLE dbo.plain ALTER COLUMN level INT NULL;
  drop table plain [loses data]
    DROP TABLE dbo.plain;
