# upgrade set_type_with_default
  change type of customer.level to bigint: YugabyteDB writes the table anew; what others write to it meanwhile may be lost
  change type of customer.level to bigint [outside a transaction]
    ALTER TABLE customer ALTER COLUMN level TYPE BIGINT;
