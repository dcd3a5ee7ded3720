# downgrade with_undo
  run raw SQL
    DROP VIEW rich;
