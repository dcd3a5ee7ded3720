# downgrade empty_text
  delete rows of customer
    DELETE FROM dbo.customer WHERE id = 1;
