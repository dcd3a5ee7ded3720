# downgrade long_text
  delete rows of purchase
    DELETE FROM dbo.purchase WHERE id = 1;
  delete rows of customer
    DELETE FROM dbo.customer WHERE id = 1;
