# downgrade function
  drop function tax
    DROP FUNCTION tax(INTEGER);
