# downgrade change_tables
  remove comment of table sold
    COMMENT ON TABLE sold IS '';
  rename table sold to sale
    ALTER TABLE sold RENAME TO sale;
  add foreign key sale_product_fk to sale
    ALTER TABLE sale ADD CONSTRAINT sale_product_fk FOREIGN KEY (product_id) REFERENCES product (id);
  add column product.code
    ALTER TABLE product ADD (code VARCHAR2(12 CHAR) NOT NULL CONSTRAINT product_code_key UNIQUE);
  rename column product.title to name
    ALTER TABLE product RENAME COLUMN title TO name;
  drop column product.weight, drop column product.colour [loses data]
    ALTER TABLE product DROP (
      weight,
      colour
    );
