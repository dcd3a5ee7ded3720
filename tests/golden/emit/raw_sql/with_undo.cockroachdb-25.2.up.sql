# upgrade with_undo
  run raw SQL [outside a transaction]
    CREATE VIEW rich AS SELECT * FROM customer WHERE name IS NOT NULL;
