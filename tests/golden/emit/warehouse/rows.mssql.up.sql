# upgrade rows
  require: a code has an underscore
    require SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM product WHERE code LIKE '%\\_%'
    else a code has an underscore
  set timeouts: SQL Server limits no statement; sqlcmd -t SECONDS does
  insert 2 rows into product
    INSERT INTO dbo.product (id, name, code) VALUES
      (1, N'a\b', N'A'),
      (2, N'it''s', N'B');
  update rows of product
    UPDATE dbo.product SET name = UPPER(name) WHERE id = 2;
  insert 1 row into sale
    INSERT INTO dbo.sale (product_id, amount) VALUES (1, 9.5);
  delete rows of sale
    DELETE FROM dbo.sale WHERE amount > 9;
  delete rows of product
    DELETE FROM dbo.product WHERE code = N'C';
