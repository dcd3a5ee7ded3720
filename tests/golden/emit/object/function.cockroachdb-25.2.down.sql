# downgrade function
  drop function tax [outside a transaction]
    DROP FUNCTION tax(INT4);
