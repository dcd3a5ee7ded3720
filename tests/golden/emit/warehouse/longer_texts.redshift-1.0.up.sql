# upgrade longer_texts
  define view named
    CREATE OR REPLACE VIEW named AS
    select id, name from product;
  make way: drop view named
    DROP VIEW named;
  change type of product.name to varchar(80) [outside a transaction]
    ALTER TABLE product ALTER COLUMN name TYPE VARCHAR(80);
  add column product.note
    ALTER TABLE product ADD COLUMN note VARCHAR(10);
  put back view named
    CREATE VIEW named AS
    select id, name from product;
  change type of product.note to text [outside a transaction]
    ALTER TABLE product ALTER COLUMN note TYPE VARCHAR(65535);
