# upgrade empty_text
  insert 1 row into customer
    INSERT INTO customer (id, email, name) VALUES (1, '', 'x');
  let identity of customer.id go on after the rows
    SELECT setval(pg_get_serial_sequence('customer', 'id'), GREATEST(nextval(pg_get_serial_sequence('customer', 'id')), (SELECT max(id) FROM customer)));
