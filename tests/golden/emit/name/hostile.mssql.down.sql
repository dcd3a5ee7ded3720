# downgrade hostile
  delete rows of Mixed Case
    DELETE FROM dbo.[Mixed Case] WHERE [select] = 1;
  remove comment of table Mixed Case
    DECLARE @failed INT = 0;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.[Mixed Case]') AND minor_id = 0 AND name = N'MS_Description')
      EXEC @failed = sys.sp_dropextendedproperty @name = N'MS_Description',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Mixed Case';
    IF @failed <> 0 THROW 50000, N'sp_dropextendedproperty has failed', 1;
  drop table Mixed Case [loses data]
    DROP TABLE dbo.[Mixed Case];
