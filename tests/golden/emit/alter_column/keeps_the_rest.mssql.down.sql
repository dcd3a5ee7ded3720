# downgrade keeps_the_rest
  change type of customer.short_code to varchar(30) [loses data]
    ALTER TABLE dbo.customer ALTER COLUMN short_code VARCHAR(30) NOT NULL;
  rename column customer.short_code to code
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer.short_code', @newname = N'code', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on customer.short_code
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.customer_short_code_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.customer_short_code_default', @newname = N'customer_code_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  change type of customer.code to varchar(20), drop not null on customer.code [loses data]
    ALTER TABLE dbo.customer ALTER COLUMN code VARCHAR(20) NULL;
  set default of customer.code
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.customer DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.customer') AND COL_NAME(parent_object_id, parent_column_id) = N'code';
    EXEC (@sql);
  set default of customer.code
    ALTER TABLE dbo.customer ADD CONSTRAINT customer_code_default DEFAULT N'x' FOR code;
  comment on column customer.code
    DECLARE @failed INT;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.customer') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N'dbo.customer'), N'code', N'ColumnId') AND name = N'MS_Description')
      EXEC @failed = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'It''s kept',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer', @level2type = N'COLUMN', @level2name = N'code';
    ELSE
      EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'It''s kept',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer', @level2type = N'COLUMN', @level2name = N'code';
    IF @failed <> 0 THROW 50000, N'the comment could not be set', 1;
  set not null on customer.code
    ALTER TABLE dbo.customer ALTER COLUMN code VARCHAR(20) NOT NULL;
  change type of customer.code to varchar(10) [loses data]
    ALTER TABLE dbo.customer ALTER COLUMN code VARCHAR(10) NOT NULL;
  make way for the end of customer.code
    DECLARE @sql NVARCHAR(MAX) = N'';
    SELECT @sql += N'ALTER TABLE dbo.customer DROP CONSTRAINT ' + QUOTENAME(found.name) + N';'
    FROM (
      SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints
      UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints
      UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id
        FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    ) AS found
    WHERE found.parent_object_id = OBJECT_ID(N'dbo.customer') AND COL_NAME(found.parent_object_id, found.parent_column_id) = N'code';
    EXEC (@sql);
  drop column customer.code [loses data]
    ALTER TABLE dbo.customer DROP COLUMN code;
