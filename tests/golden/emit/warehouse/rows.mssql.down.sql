# downgrade rows
  delete rows of product
    DELETE FROM dbo.product WHERE id IN (1, 2);
