# downgrade enum_column_renamed
  rename table piece to part
    RENAME TABLE piece TO part;
  rename column part.paint to colour
    ALTER TABLE part RENAME COLUMN paint TO colour;
