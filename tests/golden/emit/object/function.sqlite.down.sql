# downgrade function
  drop function tax (it has no text for this dialect)
