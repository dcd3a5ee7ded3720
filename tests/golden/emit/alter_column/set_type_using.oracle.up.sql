# upgrade set_type_using
  change type of purchase.note to varchar(50): a column for the new values
    ALTER TABLE purchase ADD (migc_note VARCHAR2(50 CHAR));
  change type of purchase.note to varchar(50): convert the values
    UPDATE purchase SET migc_note = SUBSTR(note, 1, 50), note = NULL;
  change type of purchase.note to varchar(50): nobody has written to it meanwhile
    require SELECT CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END FROM purchase WHERE note IS NOT NULL
    else column purchase.note was written to while its type was changed
  change type of purchase.note to varchar(50): drop the former column
    ALTER TABLE purchase DROP COLUMN note;
  change type of purchase.note to varchar(50): the name
    ALTER TABLE purchase RENAME COLUMN migc_note TO note;
