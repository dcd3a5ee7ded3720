# downgrade enum_column_renamed
  rename table piece to part
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.piece', @newname = N'part', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint piece_paint_default to part_paint_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.piece_paint_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.piece_paint_default', @newname = N'part_paint_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint piece_paint_enum to part_paint_enum, after its table
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.piece_paint_enum', @newname = N'part_paint_enum', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint piece_price_default to part_price_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.piece_price_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.piece_price_default', @newname = N'part_price_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint piece_sold_default to part_sold_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.piece_sold_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.piece_sold_default', @newname = N'part_sold_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  make way for a change of part.paint
    ALTER TABLE dbo.part DROP CONSTRAINT part_paint_enum;
  rename column part.paint to colour
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.part.paint', @newname = N'colour', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on part.paint
    ALTER TABLE dbo.part ADD CONSTRAINT part_colour_enum CHECK (colour IN (N'red', N'green'));
  put back what was on part.paint
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.part_paint_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.part_paint_default', @newname = N'part_colour_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
