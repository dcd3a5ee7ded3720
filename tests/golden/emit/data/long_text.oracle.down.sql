# downgrade long_text
  delete rows of purchase
    DELETE FROM purchase WHERE id = 1;
