# upgrade by_version_of_mysql
  create table page
    CREATE TABLE dbo.page (
      id BIGINT IDENTITY(10, 1) NOT NULL,
      code UNIQUEIDENTIFIER NULL,
      title VARCHAR(80) NOT NULL CONSTRAINT page_title_default DEFAULT N'it''s \ so',
      seen DATETIME2(3) NOT NULL CONSTRAINT page_seen_default DEFAULT SYSDATETIME(),
      changed DATETIMEOFFSET NULL,
      body NVARCHAR(MAX) NULL,
      CONSTRAINT page_pkey PRIMARY KEY (id)
    );
  create index page_title_idx on page
    CREATE INDEX page_title_idx ON dbo.page (title DESC);
  rename column page.title to heading
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.page.title', @newname = N'heading', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on page.title
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.page_title_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.page_title_default', @newname = N'page_heading_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  fill nulls of page.body
    UPDATE dbo.page SET body = N'-' WHERE body IS NULL;
  set not null on page.body
    ALTER TABLE dbo.page ALTER COLUMN body NVARCHAR(MAX) NOT NULL;
  comment on column page.heading
    DECLARE @failed INT;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.page') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N'dbo.page'), N'heading', N'ColumnId') AND name = N'MS_Description')
      EXEC @failed = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'In bold',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'page', @level2type = N'COLUMN', @level2name = N'heading';
    ELSE
      EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'In bold',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'page', @level2type = N'COLUMN', @level2name = N'heading';
    IF @failed <> 0 THROW 50000, N'the comment could not be set', 1;
  set default of page.changed
    ALTER TABLE dbo.page ADD CONSTRAINT page_changed_default DEFAULT SYSDATETIMEOFFSET() FOR changed;
