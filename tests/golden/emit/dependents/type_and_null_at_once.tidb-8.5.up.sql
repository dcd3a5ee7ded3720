# upgrade type_and_null_at_once
  change type of part.weight to bigint
    ALTER TABLE part MODIFY COLUMN weight BIGINT;
  set not null on part.weight
    ALTER TABLE part MODIFY COLUMN weight BIGINT NOT NULL;
  set default of part.weight
    ALTER TABLE part ALTER COLUMN weight SET DEFAULT 1;
