# upgrade dropped_from_an_unknown_table
  run raw SQL
    CREATE TABLE wild (a INT, b INT);
  drop column wild.b
    ALTER TABLE wild DROP COLUMN b;
