# upgrade set_type_using
  change type of purchase.note to varchar(50) [outside a transaction] [loses data]
    ALTER TABLE purchase ALTER COLUMN note TYPE VARCHAR(50) USING substring(note, 1, 50);
