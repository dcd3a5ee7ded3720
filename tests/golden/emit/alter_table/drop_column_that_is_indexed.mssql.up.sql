# upgrade drop_column_that_is_indexed
  make way for the end of purchase.placed_at
    DROP INDEX purchase_placed ON dbo.purchase;
  make way for the end of purchase.placed_at
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.purchase DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.purchase') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'placed_at';
    EXEC (@sql);
  drop column purchase.placed_at [loses data]
    ALTER TABLE dbo.purchase DROP COLUMN placed_at;
