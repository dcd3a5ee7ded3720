# upgrade longer_texts
  define view named
    CREATE OR REPLACE VIEW named AS
    select id, name from product;
  change type of product.name to varchar(80)
    ALTER TABLE product MODIFY (name VARCHAR2(80 CHAR));
  add column product.note
    ALTER TABLE product ADD (note VARCHAR2(10 CHAR));
  change type of product.note to text: a column for the new values
    ALTER TABLE product ADD (migc_note CLOB);
  change type of product.note to text: convert the values
    UPDATE product SET migc_note = TO_CLOB(note), note = NULL;
  change type of product.note to text: nobody has written to it meanwhile
    require SELECT CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END FROM product WHERE note IS NOT NULL
    else column product.note was written to while its type was changed
  change type of product.note to text: drop the former column
    ALTER TABLE product DROP COLUMN note;
  change type of product.note to text: the name
    ALTER TABLE product RENAME COLUMN migc_note TO note;
