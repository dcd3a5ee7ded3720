# downgrade set_type_with_default
  change type of customer.level to smallint: YugabyteDB writes the table anew; what others write to it meanwhile may be lost
  change type of customer.level to smallint [outside a transaction] [loses data]
    ALTER TABLE customer ALTER COLUMN level TYPE SMALLINT;
