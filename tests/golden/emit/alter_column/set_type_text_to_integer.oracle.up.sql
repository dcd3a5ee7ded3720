# upgrade set_type_text_to_integer
  change type of customer.name to integer: a column for the new values
    ALTER TABLE customer ADD (migc_name NUMBER(10));
  change type of customer.name to integer: convert the values
    UPDATE customer SET migc_name = LENGTH(name), name = NULL;
  change type of customer.name to integer: the type
    ALTER TABLE customer MODIFY (name NUMBER(10));
  change type of customer.name to integer: the new values
    UPDATE customer SET name = migc_name WHERE name IS NULL;
  change type of customer.name to integer: drop the column beside it
    ALTER TABLE customer DROP COLUMN migc_name;
