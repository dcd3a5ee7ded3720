# upgrade rows
  require: a code has an underscore
    require SELECT count(*) = 0 FROM product WHERE code LIKE '%\\_%'
    else a code has an underscore
  set timeouts
    SET LOCAL statement_timeout = 120000;
  insert 2 rows into product
    INSERT INTO product (id, name, code) VALUES
      (1, 'a\\b', 'A'),
      (2, 'it''s', 'B');
  update rows of product
    UPDATE product SET name = upper(name) WHERE id = 2;
  insert 1 row into sale
    INSERT INTO sale (product_id, amount) VALUES (1, 9.5);
  delete rows of sale
    DELETE FROM sale WHERE amount > 9;
  delete rows of product
    DELETE FROM product WHERE code = 'C';
  timeouts as before
    SET LOCAL statement_timeout TO DEFAULT;
