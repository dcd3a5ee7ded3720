# downgrade enum_column_renamed
  rename table piece to part
    ALTER TABLE piece RENAME TO part;
  rename constraint piece_paint_enum to part_paint_enum
    ALTER TABLE part RENAME CONSTRAINT piece_paint_enum TO part_paint_enum;
  rename constraint piece_sold_bool to part_sold_bool
    ALTER TABLE part RENAME CONSTRAINT piece_sold_bool TO part_sold_bool;
  rename column part.paint to colour
    ALTER TABLE part RENAME COLUMN paint TO colour;
  rename constraint part_paint_enum to part_colour_enum
    ALTER TABLE part RENAME CONSTRAINT part_paint_enum TO part_colour_enum;
