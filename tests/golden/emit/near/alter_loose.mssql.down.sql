# downgrade alter_loose
  add column loose.extra
    ALTER TABLE dbo.loose ADD extra INT NULL;
  rename column loose.remark to note
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.loose.remark', @newname = N'note', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  set not null on loose.title
    ALTER TABLE dbo.loose ALTER COLUMN title VARCHAR(80) NOT NULL;
  drop not null on loose.price
    ALTER TABLE dbo.loose ALTER COLUMN price DECIMAL(12,4) NULL;
  drop default of loose.price
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.loose DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.loose') AND COL_NAME(parent_object_id, parent_column_id) = N'price';
    EXEC (@sql);
  change type of loose.price to decimal(10,2) [loses data]
    ALTER TABLE dbo.loose ALTER COLUMN price DECIMAL(10,2) NULL;
  drop column loose.shelf [loses data]
    ALTER TABLE dbo.loose DROP COLUMN shelf;
  make way for the end of loose.stock
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.loose DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.loose') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'stock';
    EXEC (@sql);
  drop column loose.stock [loses data]
    ALTER TABLE dbo.loose DROP COLUMN stock;
