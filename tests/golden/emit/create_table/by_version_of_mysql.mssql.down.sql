# downgrade by_version_of_mysql
  drop default of page.changed
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.page DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.page') AND COL_NAME(parent_object_id, parent_column_id) = N'changed';
    EXEC (@sql);
  remove comment of column page.heading
    DECLARE @failed INT = 0;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.page') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N'dbo.page'), N'heading', N'ColumnId') AND name = N'MS_Description')
      EXEC @failed = sys.sp_dropextendedproperty @name = N'MS_Description',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'page', @level2type = N'COLUMN', @level2name = N'heading';
    IF @failed <> 0 THROW 50000, N'sp_dropextendedproperty has failed', 1;
  drop not null on page.body
    ALTER TABLE dbo.page ALTER COLUMN body NVARCHAR(MAX) NULL;
  rename column page.heading to title
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.page.heading', @newname = N'title', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on page.heading
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.page_heading_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.page_heading_default', @newname = N'page_title_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop table page [loses data]
    DROP TABLE dbo.page;
