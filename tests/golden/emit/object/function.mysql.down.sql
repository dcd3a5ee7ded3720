# downgrade function
  drop function tax: it had no text for MySQL
