# upgrade trigger_body
  run raw SQL
    CREATE TRIGGER touch AFTER UPDATE ON customer BEGIN
      UPDATE customer SET level = level WHERE id = new.id; SELECT 1;
    END;
