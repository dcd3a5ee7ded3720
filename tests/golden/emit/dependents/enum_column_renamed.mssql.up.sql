# upgrade enum_column_renamed
  make way for a change of part.colour
    ALTER TABLE dbo.part DROP CONSTRAINT part_colour_enum;
  rename column part.colour to paint
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.part.colour', @newname = N'paint', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on part.colour
    ALTER TABLE dbo.part ADD CONSTRAINT part_paint_enum CHECK (paint IN (N'red', N'green'));
  put back what was on part.colour
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.part_colour_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.part_colour_default', @newname = N'part_paint_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename table part to piece
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.part', @newname = N'piece', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint part_paint_default to piece_paint_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.part_paint_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.part_paint_default', @newname = N'piece_paint_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint part_paint_enum to piece_paint_enum, after its table
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.part_paint_enum', @newname = N'piece_paint_enum', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint part_price_default to piece_price_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.part_price_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.part_price_default', @newname = N'piece_price_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint part_sold_default to piece_sold_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.part_sold_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.part_sold_default', @newname = N'piece_sold_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
