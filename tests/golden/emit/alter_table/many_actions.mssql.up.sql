# upgrade many_actions
  add column customer.phone
    ALTER TABLE dbo.customer ADD phone VARCHAR(30) NULL;
  make way for the end of customer.level
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.customer DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.customer') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'level';
    EXEC (@sql);
  drop column customer.level [loses data]
    ALTER TABLE dbo.customer DROP COLUMN level;
  rename column customer.name to display_name
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer.name', @newname = N'display_name', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  change type of customer.email to varchar(400)
    ALTER TABLE dbo.customer ALTER COLUMN email VARCHAR(400) NOT NULL;
  fill nulls of customer.display_name
    UPDATE dbo.customer SET display_name = N'unknown' WHERE display_name IS NULL;
  set not null on customer.display_name
    ALTER TABLE dbo.customer ALTER COLUMN display_name VARCHAR(100) NOT NULL;
  add check constraint phone_or_name to customer
    ALTER TABLE dbo.customer ADD CONSTRAINT phone_or_name CHECK (phone IS NOT NULL OR display_name <> N'');
  comment on table customer
    DECLARE @failed INT;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.customer') AND minor_id = 0 AND name = N'MS_Description')
      EXEC @failed = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'Changed a lot',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer';
    ELSE
      EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Changed a lot',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer';
    IF @failed <> 0 THROW 50000, N'the comment could not be set', 1;
