# downgrade comment
  remove comment of column purchase.note
    DECLARE @failed INT = 0;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.purchase') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N'dbo.purchase'), N'note', N'ColumnId') AND name = N'MS_Description')
      EXEC @failed = sys.sp_dropextendedproperty @name = N'MS_Description',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'purchase', @level2type = N'COLUMN', @level2name = N'note';
    IF @failed <> 0 THROW 50000, N'sp_dropextendedproperty has failed', 1;
  remove comment of table purchase
    DECLARE @failed INT = 0;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.purchase') AND minor_id = 0 AND name = N'MS_Description')
      EXEC @failed = sys.sp_dropextendedproperty @name = N'MS_Description',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'purchase';
    IF @failed <> 0 THROW 50000, N'sp_dropextendedproperty has failed', 1;
  comment on table customer
    DECLARE @failed INT;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.customer') AND minor_id = 0 AND name = N'MS_Description')
      EXEC @failed = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'One row per customer',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer';
    ELSE
      EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'One row per customer',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer';
    IF @failed <> 0 THROW 50000, N'the comment could not be set', 1;
  remove comment of column customer.level
    DECLARE @failed INT = 0;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.customer') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N'dbo.customer'), N'level', N'ColumnId') AND name = N'MS_Description')
      EXEC @failed = sys.sp_dropextendedproperty @name = N'MS_Description',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer', @level2type = N'COLUMN', @level2name = N'level';
    IF @failed <> 0 THROW 50000, N'sp_dropextendedproperty has failed', 1;
  comment on column customer.name
    DECLARE @failed INT;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.customer') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N'dbo.customer'), N'name', N'ColumnId') AND name = N'MS_Description')
      EXEC @failed = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'It''s the name',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer', @level2type = N'COLUMN', @level2name = N'name';
    ELSE
      EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'It''s the name',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer', @level2type = N'COLUMN', @level2name = N'name';
    IF @failed <> 0 THROW 50000, N'the comment could not be set', 1;
  remove comment of column customer.name
    DECLARE @failed INT = 0;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.customer') AND minor_id = COLUMNPROPERTY(OBJECT_ID(N'dbo.customer'), N'name', N'ColumnId') AND name = N'MS_Description')
      EXEC @failed = sys.sp_dropextendedproperty @name = N'MS_Description',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer', @level2type = N'COLUMN', @level2name = N'name';
    IF @failed <> 0 THROW 50000, N'sp_dropextendedproperty has failed', 1;
