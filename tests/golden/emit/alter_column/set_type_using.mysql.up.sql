# upgrade set_type_using
  change type of purchase.note to varchar(50)
    ALTER TABLE purchase ADD COLUMN migc_new_note VARCHAR(50) AFTER note;
  change type of purchase.note to varchar(50)
    UPDATE purchase SET migc_new_note = SUBSTRING(note, 1, 50);
  change type of purchase.note to varchar(50) [loses data]
    ALTER TABLE purchase
      DROP COLUMN note,
      CHANGE COLUMN migc_new_note note VARCHAR(50);
