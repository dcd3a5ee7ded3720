# downgrade longer_texts
  change type of product.note to varchar(10) [loses data]
    ALTER TABLE product ALTER COLUMN note TYPE VARCHAR(10);
  make way: drop view named
    DROP VIEW named;
  drop column product.note, change type of product.name to varchar(40) [loses data]
    ALTER TABLE product
      DROP COLUMN note,
      ALTER COLUMN name TYPE VARCHAR(40);
  put back view named
    CREATE VIEW named AS
    select id, name from product;
  drop view named
    DROP VIEW named;
