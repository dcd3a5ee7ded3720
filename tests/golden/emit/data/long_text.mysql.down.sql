# downgrade long_text
  delete rows of purchase
    DELETE FROM purchase WHERE id = 1;
  delete rows of customer
    DELETE FROM customer WHERE id = 1;
