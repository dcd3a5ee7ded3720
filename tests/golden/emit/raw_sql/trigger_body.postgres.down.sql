# downgrade trigger_body
  run raw SQL
    DROP FUNCTION touch();
