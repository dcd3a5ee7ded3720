# downgrade rows
  delete rows of product
    DELETE FROM product WHERE id IN (1, 2);
