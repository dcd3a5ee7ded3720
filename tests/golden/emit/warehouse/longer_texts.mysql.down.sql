# downgrade longer_texts
  change type of product.note to varchar(10) [loses data]
    ALTER TABLE product MODIFY COLUMN note VARCHAR(10);
  drop column product.note, change type of product.name to varchar(40) [loses data]
    ALTER TABLE product
      DROP COLUMN note,
      MODIFY COLUMN name VARCHAR(40) NOT NULL;
  drop view named
    DROP VIEW named;
