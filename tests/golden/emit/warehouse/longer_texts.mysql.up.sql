# upgrade longer_texts
  define view named
    CREATE VIEW named AS
    select id, name from product;
  change type of product.name to varchar(80), add column product.note
    ALTER TABLE product
      MODIFY COLUMN name VARCHAR(80) NOT NULL,
      ADD COLUMN note VARCHAR(10);
  change type of product.note to text
    ALTER TABLE product MODIFY COLUMN note TEXT;
