# downgrade set_type_to_text_and_back
  change type of customer.level to smallint: a column for the new values
    ALTER TABLE customer ADD (migc_level NUMBER(5));
  change type of customer.level to smallint: nothing that keeps the column from being empty
    ALTER TABLE customer MODIFY ("level" DEFAULT NULL NULL);
  change type of customer.level to smallint: convert the values
    UPDATE customer SET migc_level = "level", "level" = NULL;
  change type of customer.level to smallint: the type
    ALTER TABLE customer MODIFY ("level" NUMBER(5));
  change type of customer.level to smallint: the new values
    UPDATE customer SET "level" = migc_level WHERE "level" IS NULL;
  change type of customer.level to smallint: what else the column has
    ALTER TABLE customer MODIFY ("level" DEFAULT 1 NOT NULL);
  change type of customer.level to smallint: drop the column beside it
    ALTER TABLE customer DROP COLUMN migc_level;
  change type of customer.name to varchar(100): a column for the new values
    ALTER TABLE customer ADD (migc_name VARCHAR2(100 CHAR));
  change type of customer.name to varchar(100): convert the values
    UPDATE customer SET migc_name = TO_CHAR(name), name = NULL;
  change type of customer.name to varchar(100): nobody has written to it meanwhile
    require SELECT CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END FROM customer WHERE name IS NOT NULL
    else column customer.name was written to while its type was changed
  change type of customer.name to varchar(100): drop the former column
    ALTER TABLE customer DROP COLUMN name;
  change type of customer.name to varchar(100): the name
    ALTER TABLE customer RENAME COLUMN migc_name TO name;
