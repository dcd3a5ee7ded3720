# upgrade type_and_null_at_once
  change type of part.weight to bigint, set not null on part.weight, set default of part.weight
    ALTER TABLE part
      ALTER COLUMN weight TYPE BIGINT,
      ALTER COLUMN weight SET NOT NULL,
      ALTER COLUMN weight SET DEFAULT 1;
