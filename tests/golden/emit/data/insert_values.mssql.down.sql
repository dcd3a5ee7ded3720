# downgrade insert_values
  delete rows of customer
    DELETE FROM dbo.customer WHERE id IN (1, 2);
