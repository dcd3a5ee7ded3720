# upgrade set_option
  set option of table purchase
    ALTER TABLE purchase SET (fillfactor=80);
