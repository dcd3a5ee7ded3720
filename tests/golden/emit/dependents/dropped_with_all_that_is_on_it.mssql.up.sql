# upgrade dropped_with_all_that_is_on_it
  make way for the end of part.price
    ALTER TABLE dbo.part DROP CONSTRAINT part_price_positive;
  make way for the end of part.price
    DROP INDEX part_by_price ON dbo.part;
  make way for the end of part.price
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.part DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.part') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'price';
    EXEC (@sql);
  drop column part.price [loses data]
    ALTER TABLE dbo.part DROP COLUMN price;
