# upgrade set_type_with_default
  change type of customer.level to bigint
    ALTER TABLE customer MODIFY COLUMN level BIGINT NOT NULL DEFAULT 1;
