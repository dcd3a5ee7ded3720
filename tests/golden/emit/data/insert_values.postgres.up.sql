# upgrade insert_values
  insert 2 rows into customer
    INSERT INTO customer (id, email, name) VALUES
      (1, 'a@example.com', 'It''s \ a "test"'),
      (2, 'b@example.com', NULL);
  let identity of customer.id go on after the rows
    SELECT setval(pg_get_serial_sequence('customer', 'id'), GREATEST(nextval(pg_get_serial_sequence('customer', 'id')), (SELECT max(id) FROM customer)));
