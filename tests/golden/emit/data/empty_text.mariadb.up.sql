# upgrade empty_text
  insert 1 row into customer
    INSERT INTO customer (id, email, name) VALUES (1, '', 'x');
