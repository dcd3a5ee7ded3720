# downgrade constraints_later
  make way for the end of loose.since
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.loose DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.loose') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'since';
    EXEC (@sql);
  drop column loose.since [loses data]
    ALTER TABLE dbo.loose DROP COLUMN since;
  make way for the end of loose.code
    ALTER TABLE dbo.loose DROP CONSTRAINT loose_code_key;
  drop column loose.code [loses data]
    ALTER TABLE dbo.loose DROP COLUMN code;
  add check constraint owned_pages_check to owned
    ALTER TABLE dbo.owned ADD CONSTRAINT owned_pages_check CHECK (pages > 0);
  drop constraint loose_price_check of loose
    ALTER TABLE dbo.loose DROP CONSTRAINT loose_price_check;
