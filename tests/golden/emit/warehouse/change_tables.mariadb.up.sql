# upgrade change_tables
  add column product.colour, add column product.weight
    ALTER TABLE product
      ADD COLUMN colour VARCHAR(20) NOT NULL DEFAULT 'none' COMMENT 'as it is sold',
      ADD COLUMN weight DECIMAL(8,3);
  rename column product.name to title
    ALTER TABLE product RENAME COLUMN name TO title;
  drop column product.code [loses data]
    ALTER TABLE product DROP COLUMN code;
  drop constraint sale_product_fk of sale
    ALTER TABLE sale
      DROP FOREIGN KEY sale_product_fk,
      DROP INDEX sale_product_fk;
  rename table sale to sold
    RENAME TABLE sale TO sold;
  comment on table sold
    ALTER TABLE sold COMMENT = 'what was sold';
