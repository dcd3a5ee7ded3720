# downgrade insert_values
  delete rows of customer
    DELETE FROM customer WHERE id IN (1, 2);
