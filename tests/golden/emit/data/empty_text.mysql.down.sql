# downgrade empty_text
  delete rows of customer
    DELETE FROM customer WHERE id = 1;
