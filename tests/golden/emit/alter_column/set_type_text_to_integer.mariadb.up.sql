# upgrade set_type_text_to_integer
  change type of customer.name to integer
    ALTER TABLE customer ADD COLUMN migc_new_name INT AFTER name;
  change type of customer.name to integer
    UPDATE customer SET migc_new_name = CHAR_LENGTH(name);
  change type of customer.name to integer
    ALTER TABLE customer
      DROP COLUMN name,
      CHANGE COLUMN migc_new_name name INT;
