# upgrade longer_texts
  define view named
    CREATE OR REPLACE VIEW named AS
    select id, name from product;
  make way: drop view named
    DROP VIEW named;
  change type of product.name to varchar(80), add column product.note
    ALTER TABLE product
      ALTER COLUMN name TYPE VARCHAR(80),
      ADD COLUMN note VARCHAR(10);
  put back view named
    CREATE VIEW named AS
    select id, name from product;
  change type of product.note to text
    ALTER TABLE product ALTER COLUMN note TYPE TEXT;
