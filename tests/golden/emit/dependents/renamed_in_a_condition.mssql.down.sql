# downgrade renamed_in_a_condition
  make way for a change of part.gone
    DROP INDEX part_not_sold ON dbo.part;
  rename column part.gone to sold
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.part.gone', @newname = N'sold', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on part.gone
    CREATE INDEX part_not_sold ON dbo.part (code) WHERE sold = 0;
  put back what was on part.gone
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.part_gone_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.part_gone_default', @newname = N'part_sold_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop index part_not_sold on part
    DROP INDEX part_not_sold ON dbo.part;
