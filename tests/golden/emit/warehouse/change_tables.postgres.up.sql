# upgrade change_tables
  add column product.colour, add column product.weight
    ALTER TABLE product
      ADD COLUMN colour VARCHAR(20) DEFAULT 'none' NOT NULL,
      ADD COLUMN weight NUMERIC(8,3);
  comment on column product.colour
    COMMENT ON COLUMN product.colour IS 'as it is sold';
  rename column product.name to title
    ALTER TABLE product RENAME COLUMN name TO title;
  drop column product.code [loses data]
    ALTER TABLE product DROP COLUMN code;
  drop constraint sale_product_fk of sale
    ALTER TABLE sale DROP CONSTRAINT sale_product_fk;
  rename table sale to sold
    ALTER TABLE sale RENAME TO sold;
  comment on table sold
    COMMENT ON TABLE sold IS 'what was sold';
