# upgrade keeps_the_rest
  add column customer.code
    ALTER TABLE dbo.customer ADD code VARCHAR(10) NOT NULL CONSTRAINT customer_code_default DEFAULT N'x';
  comment on column customer.code
    DECLARE @failed INT;
    EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'It''s kept',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer', @level2type = N'COLUMN', @level2name = N'code';
    IF @failed <> 0 THROW 50000, N'sp_addextendedproperty has failed', 1;
  change type of customer.code to varchar(20)
    ALTER TABLE dbo.customer ALTER COLUMN code VARCHAR(20) NOT NULL;
  drop not null on customer.code
    ALTER TABLE dbo.customer ALTER COLUMN code VARCHAR(20) NULL;
  comment on column customer.code
    DECLARE @failed INT;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.customer') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N'dbo.customer'), N'code', N'ColumnId') AND name = N'MS_Description')
      EXEC @failed = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'Another',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer', @level2type = N'COLUMN', @level2name = N'code';
    ELSE
      EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Another',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer', @level2type = N'COLUMN', @level2name = N'code';
    IF @failed <> 0 THROW 50000, N'the comment could not be set', 1;
  set default of customer.code
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.customer DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.customer') AND COL_NAME(parent_object_id, parent_column_id) = N'code';
    EXEC (@sql);
  set default of customer.code
    ALTER TABLE dbo.customer ADD CONSTRAINT customer_code_default DEFAULT N'y' FOR code;
  set not null on customer.code, change type of customer.code to varchar(30)
    ALTER TABLE dbo.customer ALTER COLUMN code VARCHAR(30) NOT NULL;
  rename column customer.code to short_code
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer.code', @newname = N'short_code', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on customer.code
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.customer_code_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.customer_code_default', @newname = N'customer_short_code_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  change type of customer.short_code to varchar(40)
    ALTER TABLE dbo.customer ALTER COLUMN short_code VARCHAR(40) NOT NULL;
