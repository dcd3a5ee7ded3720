# upgrade enum_column_renamed
  rename column part.colour to paint
    ALTER TABLE part RENAME COLUMN colour TO paint;
  rename table part to piece
    RENAME TABLE part TO piece;
