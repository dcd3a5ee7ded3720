# upgrade held
  make way for the end of sought.times
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.sought DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.sought') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'times';
    EXEC (@sql);
  drop column sought.times [loses data]
    ALTER TABLE dbo.sought DROP COLUMN times;
  rename column owner.name to title
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.owner.name', @newname = N'title', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename table owned to possession
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.owned', @newname = N'possession', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  make way for a change of possession.pages
    ALTER TABLE dbo.possession DROP CONSTRAINT owned_pages_check;
  change type of possession.pages to bigint
    ALTER TABLE dbo.possession ALTER COLUMN pages BIGINT NULL;
  put back what was on possession.pages
    ALTER TABLE dbo.possession ADD CONSTRAINT owned_pages_check CHECK (pages > 0);
  rename column possession.owner_id to holder_id
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.possession.owner_id', @newname = N'holder_id', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  make way for the end of possession.holder_id
    ALTER TABLE dbo.possession DROP CONSTRAINT owned_owner_id_fkey;
  drop column possession.holder_id [loses data]
    ALTER TABLE dbo.possession DROP COLUMN holder_id;
