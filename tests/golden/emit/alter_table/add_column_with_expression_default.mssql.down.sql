# downgrade add_column_with_expression_default
  make way for the end of customer.seen_at
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.customer DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.customer') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'seen_at';
    EXEC (@sql);
  drop column customer.seen_at [loses data]
    ALTER TABLE dbo.customer DROP COLUMN seen_at;
