# downgrade trigger_body
  run raw SQL
    DROP TRIGGER touch;
