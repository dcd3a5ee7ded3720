# upgrade set_type_with_default
  change type of customer.level to bigint [outside a transaction]
    ALTER TABLE customer ALTER COLUMN level TYPE INT8;
