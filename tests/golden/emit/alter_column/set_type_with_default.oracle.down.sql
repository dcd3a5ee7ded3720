# downgrade set_type_with_default
  change type of customer.level to smallint: a column for the new values
    ALTER TABLE customer ADD (migc_level NUMBER(5));
  change type of customer.level to smallint: nothing that keeps the column from being empty
    ALTER TABLE customer MODIFY ("level" DEFAULT NULL NULL);
  change type of customer.level to smallint: convert the values
    UPDATE customer SET migc_level = "level", "level" = NULL;
  change type of customer.level to smallint: the type [loses data]
    ALTER TABLE customer MODIFY ("level" NUMBER(5));
  change type of customer.level to smallint: the new values
    UPDATE customer SET "level" = migc_level WHERE "level" IS NULL;
  change type of customer.level to smallint: what else the column has
    ALTER TABLE customer MODIFY ("level" DEFAULT 1 NOT NULL);
  change type of customer.level to smallint: drop the column beside it
    ALTER TABLE customer DROP COLUMN migc_level;
