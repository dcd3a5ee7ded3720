# upgrade enum_column_renamed
  rename column part.colour to paint
    ALTER TABLE part RENAME COLUMN colour TO paint;
  rename constraint part_colour_enum to part_paint_enum
    ALTER TABLE part RENAME CONSTRAINT part_colour_enum TO part_paint_enum;
  rename table part to piece
    ALTER TABLE part RENAME TO piece;
  rename constraint part_paint_enum to piece_paint_enum
    ALTER TABLE piece RENAME CONSTRAINT part_paint_enum TO piece_paint_enum;
  rename constraint part_sold_bool to piece_sold_bool
    ALTER TABLE piece RENAME CONSTRAINT part_sold_bool TO piece_sold_bool;
