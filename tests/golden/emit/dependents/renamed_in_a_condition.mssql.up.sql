# upgrade renamed_in_a_condition
  create index part_not_sold on part
    CREATE INDEX part_not_sold ON dbo.part (code) WHERE sold = 0;
  make way for a change of part.sold
    DROP INDEX part_not_sold ON dbo.part;
  rename column part.sold to gone
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.part.sold', @newname = N'gone', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on part.sold
    CREATE INDEX part_not_sold ON dbo.part (code) WHERE gone = 0;
  put back what was on part.sold
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.part_sold_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.part_sold_default', @newname = N'part_gone_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
