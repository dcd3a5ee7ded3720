# downgrade set_default
  drop default of customer.name
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.customer DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.customer') AND COL_NAME(parent_object_id, parent_column_id) = N'name';
    EXEC (@sql);
