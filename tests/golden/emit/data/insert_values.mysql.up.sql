# upgrade insert_values
  insert 2 rows into customer
    INSERT INTO customer (id, email, name) VALUES
      (1, 'a@example.com', 'It''s \\ a "test"'),
      (2, 'b@example.com', NULL);
