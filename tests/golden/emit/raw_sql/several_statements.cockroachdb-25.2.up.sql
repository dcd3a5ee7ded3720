# upgrade several_statements
  run raw SQL
    UPDATE customer SET name = 'semi;colon' WHERE name = 'x';
  run raw SQL
    -- a comment; with a semicolon
    UPDATE customer SET name = 'it''s' WHERE name = 'y';
