# upgrade dropped_from_an_unknown_table
  run raw SQL
    CREATE TABLE wild (a INT, b INT);
  make way for the end of wild.b
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.wild DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.wild') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'b';
    EXEC (@sql);
  drop column wild.b [loses data]
    ALTER TABLE dbo.wild DROP COLUMN b;
