# upgrade key_grows
  drop constraint stock_part_code_fkey of stock
    ALTER TABLE stock DROP CONSTRAINT stock_part_code_fkey;
  change type of part.code to varchar(20)
    ALTER TABLE part ALTER COLUMN code TYPE VARCHAR(20);
  change type of stock.part_code to varchar(20)
    ALTER TABLE stock ALTER COLUMN part_code TYPE VARCHAR(20);
  add foreign key stock_part_code_fkey to stock
    ALTER TABLE stock ADD CONSTRAINT stock_part_code_fkey FOREIGN KEY (part_code) REFERENCES part (code) ON UPDATE CASCADE;
