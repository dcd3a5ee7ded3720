# upgrade key_grows
  drop constraint stock_part_code_fkey of stock
    ALTER TABLE stock
      DROP FOREIGN KEY stock_part_code_fkey,
      DROP INDEX stock_part_code_fkey;
  change type of part.code to varchar(20)
    ALTER TABLE part MODIFY COLUMN code VARCHAR(20) NOT NULL;
  change type of stock.part_code to varchar(20)
    ALTER TABLE stock MODIFY COLUMN part_code VARCHAR(20) NOT NULL;
  add foreign key stock_part_code_fkey to stock
    ALTER TABLE stock
      ADD INDEX stock_part_code_fkey (part_code),
      ADD CONSTRAINT stock_part_code_fkey FOREIGN KEY (part_code) REFERENCES part (code) ON UPDATE CASCADE;
