# downgrade set_type_text_to_integer
  change type of customer.name to varchar(100): a column for the new values
    ALTER TABLE customer ADD (migc_name VARCHAR2(100 CHAR));
  change type of customer.name to varchar(100): convert the values
    UPDATE customer SET migc_name = name, name = NULL;
  change type of customer.name to varchar(100): the type
    ALTER TABLE customer MODIFY (name VARCHAR2(100 CHAR));
  change type of customer.name to varchar(100): the new values
    UPDATE customer SET name = migc_name WHERE name IS NULL;
  change type of customer.name to varchar(100): drop the column beside it
    ALTER TABLE customer DROP COLUMN migc_name;
