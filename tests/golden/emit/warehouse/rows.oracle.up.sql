# upgrade rows
  require: a code has an underscore
    require SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM product WHERE code LIKE '%\\_%'
    else a code has an underscore
  set timeouts: Oracle has no limit on how long a statement runs
  insert 2 rows into product
    BEGIN
      INSERT INTO product (id, name, code) VALUES (1, 'a\b', 'A');
      INSERT INTO product (id, name, code) VALUES (2, 'it''s', 'B');
    END;
  update rows of product
    UPDATE product SET name = UPPER(name) WHERE id = 2;
  insert 1 row into sale
    INSERT INTO sale (product_id, amount) VALUES (1, 9.5);
  delete rows of sale
    DELETE FROM sale WHERE amount > 9;
  delete rows of product
    DELETE FROM product WHERE code = 'C';
