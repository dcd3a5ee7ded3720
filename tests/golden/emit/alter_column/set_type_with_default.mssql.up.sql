# upgrade set_type_with_default
  make way for a change of customer.level
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.customer DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.customer') AND COL_NAME(parent_object_id, parent_column_id) = N'level';
    EXEC (@sql);
  change type of customer.level to bigint
    ALTER TABLE dbo.customer ALTER COLUMN level BIGINT NOT NULL;
  put back what was on customer.level
    ALTER TABLE dbo.customer ADD CONSTRAINT customer_level_default DEFAULT 1 FOR level;
