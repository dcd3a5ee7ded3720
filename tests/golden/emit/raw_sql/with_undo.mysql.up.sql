# upgrade with_undo
  run raw SQL
    CREATE VIEW rich AS SELECT * FROM customer WHERE level > 5;
