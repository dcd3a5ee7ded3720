# downgrade long_text
  delete rows of purchase
    DELETE FROM dbo.purchase WHERE id = 1;
