# upgrade hostile
  create table Mixed Case
    CREATE TABLE dbo.[Mixed Case] (
      [select] INT NOT NULL,
      [a "quoted" name] NVARCHAR(MAX) NULL CONSTRAINT [Mixed Case_a "quoted" name_default] DEFAULT N'it''s',
      [semi;colon -- dash] NVARCHAR(MAX) NULL CONSTRAINT [Mixed Case_semi;colon -- dash_default] DEFAULT N'back\slash',
      [tab	and 🦀] NVARCHAR(MAX) NULL CONSTRAINT [Mixed Case_tab	and 🦀_default] DEFAULT N'a
    second line',
      [$$ dollar] NVARCHAR(MAX) NULL CONSTRAINT [Mixed Case_$$ dollar_default] DEFAULT N'$$ :name ${x}',
      CONSTRAINT [Mixed Case_pkey] PRIMARY KEY ([select])
    );
  comment on table Mixed Case
    DECLARE @failed INT;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.[Mixed Case]') AND minor_id = 0 AND name = N'MS_Description')
      EXEC @failed = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'it''s a ; "comment" -- here',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Mixed Case';
    ELSE
      EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'it''s a ; "comment" -- here',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Mixed Case';
    IF @failed <> 0 THROW 50000, N'the comment could not be set', 1;
  insert 1 row into Mixed Case
    INSERT INTO dbo.[Mixed Case] ([select], [semi;colon -- dash]) VALUES (1, N'; drop table x; --');
