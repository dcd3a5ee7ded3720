# downgrade longer_texts
  change type of product.note to varchar(10): a column for the new values
    ALTER TABLE product ADD (migc_note VARCHAR2(10 CHAR));
  change type of product.note to varchar(10): convert the values
    UPDATE product SET migc_note = TO_CHAR(note), note = NULL;
  change type of product.note to varchar(10): nobody has written to it meanwhile
    require SELECT CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END FROM product WHERE note IS NOT NULL
    else column product.note was written to while its type was changed
  change type of product.note to varchar(10): drop the former column
    ALTER TABLE product DROP COLUMN note;
  change type of product.note to varchar(10): the name
    ALTER TABLE product RENAME COLUMN migc_note TO note;
  drop column product.note [loses data]
    ALTER TABLE product DROP COLUMN note;
  change type of product.name to varchar(40) [loses data]
    ALTER TABLE product MODIFY (name VARCHAR2(40 CHAR));
  drop view named
    DROP VIEW named;
