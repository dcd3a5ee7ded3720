# downgrade change_tables
  remove comment of table sold
    ALTER TABLE sold COMMENT = '';
  rename table sold to sale
    RENAME TABLE sold TO sale;
  add foreign key sale_product_fk to sale
    ALTER TABLE sale
      ADD INDEX sale_product_fk (product_id),
      ADD CONSTRAINT sale_product_fk FOREIGN KEY (product_id) REFERENCES product (id);
  add column product.code
    ALTER TABLE product
      ADD COLUMN code VARCHAR(12) NOT NULL AFTER title,
      ADD CONSTRAINT product_code_key UNIQUE (code);
  rename column product.title to name
    ALTER TABLE product RENAME COLUMN title TO name;
  drop column product.weight, drop column product.colour [loses data]
    ALTER TABLE product
      DROP COLUMN weight,
      DROP COLUMN colour;
