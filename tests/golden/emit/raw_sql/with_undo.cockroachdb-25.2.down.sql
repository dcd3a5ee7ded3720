# downgrade with_undo
  run raw SQL [outside a transaction]
    DROP VIEW rich;
