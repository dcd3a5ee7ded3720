# upgrade with_undo
  run raw SQL
    CREATE VIEW rich AS SELECT * FROM customer WHERE name IS NOT NULL;
