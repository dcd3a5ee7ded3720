# upgrade type_and_null_at_once
  change type of part.weight to bigint, set not null on part.weight, set default of part.weight
    ALTER TABLE part MODIFY COLUMN weight BIGINT NOT NULL DEFAULT 1;
